"""Matrix products that give a row the same bits whatever rows are computed with it."""

from __future__ import annotations

from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from threadpoolctl import ThreadpoolController

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]
    Product = Callable[[Matrix], Matrix]
    Way = Callable[[Matrix], Product]

UNIT = 24  #: rows of the left matrix come in multiples of this, and columns of the right one in multiples of `_COLUMNS`
_COLUMNS = 16
_BORDER = 8
_PROBE = 20 * UNIT


def product_with(weights: Matrix) -> Product:
    """The fastest product with these weights at hand that is steady: it takes rows and gives a row for each."""
    return _steady_way()(weights)


@lru_cache(maxsize=1)
def _steady_way() -> Way:
    """NumPy's product where a trial shows it to be steady, or else that of BLIS, which adds up every row in one order.

    NumPy's library (OpenBLAS) is two to four times as fast. It is steady with AVX-512 if only full tiles are asked for.
    With AVX2 the order hangs on a row's place in its tile for the eight outermost columns on either side, but for no
    others, so they are given to empty ones.
    """
    with one_thread():
        return next((way for way in (by_numpy, by_numpy_within) if is_steady(way)), by_blis)


def by_numpy(weights: Matrix) -> Product:
    """NumPy's product with these weights."""
    return _tiled(np.matmul, weights, 0)


def by_numpy_within(weights: Matrix) -> Product:
    """NumPy's product with these weights between empty columns."""
    return _tiled(np.matmul, weights, _BORDER)


def by_blis(weights: Matrix) -> Product:
    """The product of BLIS with these weights."""
    from thinc.api import NumpyOps

    return _tiled(NumpyOps().gemm, weights, 0)


def _tiled(multiply: Callable[[Matrix, Matrix], Matrix], weights: Matrix, border: int) -> Product:
    """The product of full tiles only, with `border` empty columns on either side of the weights, and more behind."""
    columns = weights.shape[1]
    missing = -(columns + 2 * border) % _COLUMNS
    tiles = np.ascontiguousarray(np.pad(weights, ((0, 0), (border, border + missing))))

    def product(rows: Matrix) -> Matrix:
        return multiply(_filled(rows), tiles)[: len(rows), border : border + columns]

    return product


def full(rows: int) -> int:
    """The least multiple of `UNIT` that is not below `rows`; so many rows need not be copied to be multiplied."""
    return -(-rows // UNIT) * UNIT


def _filled(matrix: Matrix) -> Matrix:
    """The matrix with empty rows up to a full tile."""
    rows = full(len(matrix))
    if rows == len(matrix):
        return matrix
    return np.concatenate([matrix, np.zeros((rows - len(matrix), matrix.shape[1]), np.float32)])


def is_steady(way: Way) -> bool:
    """Whether rows come out alike to the last bit from matrices of other sizes and at other places in them."""
    chance = np.random.default_rng(0)
    for inner, columns in ((520, 128), (288, 288), (64, 80)):
        left = chance.standard_normal((_PROBE + UNIT, inner), dtype=np.float32)
        product = way(chance.standard_normal((inner, columns), dtype=np.float32))
        whole = product(left[:_PROBE])
        for start, rows in ((0, UNIT), (5, UNIT), (1, 2 * UNIT), (UNIT + 7, 3 * UNIT), (UNIT - 1, 11 * UNIT)):
            part = product(np.ascontiguousarray(left[start : start + rows]))
            if not np.array_equal(part, whole[start : start + rows]):
                return False
    return True


@contextmanager
def one_thread() -> Iterator[None]:
    """Hold NumPy's library to one thread inside: for matrices as small as ours more cost far more than they bring."""
    with _threads().limit(limits=1, user_api="blas"):
        yield


@lru_cache(maxsize=1)
def _threads() -> ThreadpoolController:
    return ThreadpoolController()
