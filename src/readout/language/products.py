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
    Product = Callable[[Matrix, Matrix], Matrix]

UNIT = 24  #: rows of the left matrix come in multiples of this, and columns of the right one in multiples of `COLUMNS`
COLUMNS = 16
_PROBE = 20 * UNIT


@lru_cache(maxsize=1)
def steady_product() -> Product:
    """The fastest product at hand that is steady: NumPy's where a trial shows it to be, or else that of BLIS.

    BLIS adds up every row in one order. NumPy's library is twice as fast on processors with AVX-512, and as steady
    there if only full tiles are asked for, but on some others the order depends on where in its matrix a row stands.
    """
    with one_thread():
        return np.matmul if is_steady(np.matmul) else _by_blis


@contextmanager
def one_thread() -> Iterator[None]:
    """Hold NumPy's library to one thread inside: for matrices as small as ours more cost far more than they bring."""
    with _threads().limit(limits=1, user_api="blas"):
        yield


@lru_cache(maxsize=1)
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


def is_steady(product: Product) -> bool:
    """Whether rows come out alike to the last bit from matrices of other sizes and at other places in them."""
    chance = np.random.default_rng(0)
    for inner, columns in ((520, 128), (288, 288), (64, 80)):
        left = chance.standard_normal((_PROBE + UNIT, inner), dtype=np.float32)
        right = chance.standard_normal((inner, columns), dtype=np.float32)
        whole = product(left[:_PROBE], right)
        for start, rows in ((0, UNIT), (5, UNIT), (1, 2 * UNIT), (UNIT + 7, 3 * UNIT), (UNIT - 1, 11 * UNIT)):
            part = product(np.ascontiguousarray(left[start : start + rows]), right)
            if not np.array_equal(part, whole[start : start + rows]):
                return False
    return True


def _by_blis(left: Matrix, right: Matrix) -> Matrix:
    from thinc.api import NumpyOps

    found: Matrix = NumpyOps().gemm(left, right)
    return found


def full(rows: int) -> int:
    """The least multiple of `UNIT` that is not below `rows`."""
    return -(-rows // UNIT) * UNIT
