/* Training of a linear-chain conditional random field by AdaGrad, one sentence at a time; called from crf.py. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define KINDS 9
#define LONGEST 150 /* words of a sentence to train on */
#define SMALLEST 1e-3 /* slopes below this move nothing */

typedef double row[KINDS];

typedef struct {
    int sentences;
    const int32_t *words;     /* where the words of each sentence begin */
    const int64_t *begins;    /* where the features of each word begin */
    const int32_t *features;
    const int8_t *tags;
    const float *weigh;       /* of each sentence; 0 leaves it out */
    int size;                 /* number of features */
    const int8_t *may_follow; /* KINDS x KINDS */
    int epochs;
    double rate, decay, start;
    uint64_t seed;
} task;

static uint64_t state;

static uint64_t chance(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

static void shuffle(int *order, int count)
{
    for (int i = count - 1; i > 0; i--) {
        int j = (int)(chance() % (uint64_t)(i + 1));
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }
}

/* Forward and backward chances of all tags, scaled at each word; the chance of the sentence as its scales' product. */
static void sweep(int length, row *odds, row *moves, const int8_t *may_follow, row *ahead, row *behind, double *scale)
{
    for (int i = 0; i < length; i++) {
        scale[i] = 0;
        for (int k = 0; k < KINDS; k++) {
            double sum = 0;
            if (i == 0)
                sum = may_follow[k];
            else
                for (int a = 0; a < KINDS; a++)
                    sum += ahead[i - 1][a] * moves[a][k];
            ahead[i][k] = sum * odds[i][k];
            scale[i] += ahead[i][k];
        }
        for (int k = 0; k < KINDS; k++)
            ahead[i][k] /= scale[i];
    }
    for (int k = 0; k < KINDS; k++)
        behind[length - 1][k] = 1;
    for (int i = length - 2; i >= 0; i--)
        for (int a = 0; a < KINDS; a++) {
            double sum = 0;
            for (int k = 0; k < KINDS; k++)
                sum += moves[a][k] * odds[i + 1][k] * behind[i + 1][k];
            behind[i][a] = sum / scale[i + 1];
        }
}

/* Fills `mean` (size x KINDS) and `mean_moves` with weights averaged over the later half of the epochs; the loss. */
double train(const task *given, double *mean, double *mean_moves)
{
    size_t all = (size_t)given->size * KINDS;
    double *weights = calloc(all, sizeof(double)), *squares = malloc(all * sizeof(double));
    double *slopes = malloc(all * sizeof(double));
    int32_t *active = malloc((size_t)given->size * sizeof(int32_t)), *place = malloc((size_t)given->size * sizeof(int32_t));
    int *order = malloc((size_t)given->sentences * sizeof(int));
    static row odds[LONGEST], ahead[LONGEST], behind[LONGEST];
    static double scale[LONGEST];
    row moves[KINDS] = {{0}}, move_squares[KINDS], raised[KINDS], move_slopes[KINDS];
    double lost = 0;
    for (size_t i = 0; i < all; i++)
        squares[i] = given->start;
    for (int i = 0; i < KINDS * KINDS; i++)
        ((double *)move_squares)[i] = given->start;
    for (int i = 0; i < given->size; i++)
        place[i] = -1;
    for (int i = 0; i < given->sentences; i++)
        order[i] = i;
    state = given->seed * 0x9E3779B97F4A7C15ULL + 88172645463325252ULL;
    for (int epoch = 0; epoch < given->epochs; epoch++) {
        shuffle(order, given->sentences);
        lost = 0;
        for (int turn = 0; turn < given->sentences; turn++) {
            int sentence = order[turn], first = given->words[sentence], length = given->words[sentence + 1] - first;
            double weigh = given->weigh[sentence];
            if (weigh <= 0 || length < 1 || length > LONGEST)
                continue;
            for (int a = 0; a < KINDS; a++)
                for (int k = 0; k < KINDS; k++)
                    raised[a][k] = given->may_follow[a * KINDS + k] ? exp(moves[a][k]) : 0;
            for (int i = 0; i < length; i++) {
                row sum = {0};
                for (int64_t f = given->begins[first + i]; f < given->begins[first + i + 1]; f++)
                    for (int k = 0; k < KINDS; k++)
                        sum[k] += weights[(size_t)given->features[f] * KINDS + k];
                double top = sum[0];
                for (int k = 1; k < KINDS; k++)
                    top = sum[k] > top ? sum[k] : top;
                for (int k = 0; k < KINDS; k++)
                    odds[i][k] = exp(sum[k] - top);
            }
            sweep(length, odds, raised, given->may_follow, ahead, behind, scale);
            memset(move_slopes, 0, sizeof(move_slopes));
            int count = 0;
            for (int i = 0; i < length; i++) {
                int gold = given->tags[first + i];
                double most = 0;
                row slope;
                if (i) {
                    for (int a = 0; a < KINDS; a++)
                        for (int k = 0; k < KINDS; k++)
                            move_slopes[a][k] += ahead[i - 1][a] * raised[a][k] * odds[i][k] * behind[i][k] / scale[i];
                    move_slopes[(int)given->tags[first + i - 1]][gold] -= 1;
                }
                for (int k = 0; k < KINDS; k++)
                    slope[k] = ahead[i][k] * behind[i][k];
                lost -= weigh * log(slope[gold] + 1e-300) / length;
                slope[gold] -= 1;
                for (int k = 0; k < KINDS; k++)
                    most = fabs(slope[k]) > most ? fabs(slope[k]) : most;
                if (most < SMALLEST)
                    continue;
                for (int64_t f = given->begins[first + i]; f < given->begins[first + i + 1]; f++) {
                    int32_t feature = given->features[f];
                    if (place[feature] < 0) {
                        place[feature] = count;
                        active[count] = feature;
                        for (int k = 0; k < KINDS; k++)
                            slopes[(size_t)count * KINDS + k] = given->decay * weights[(size_t)feature * KINDS + k];
                        count++;
                    }
                    for (int k = 0; k < KINDS; k++)
                        slopes[(size_t)place[feature] * KINDS + k] += weigh * slope[k];
                }
            }
            for (int i = 0; i < count; i++) {
                place[active[i]] = -1;
                for (int k = 0; k < KINDS; k++) {
                    size_t at = (size_t)active[i] * KINDS + k;
                    double slope = slopes[(size_t)i * KINDS + k];
                    squares[at] += slope * slope;
                    weights[at] -= given->rate * slope / sqrt(squares[at]);
                }
            }
            for (int a = 0; a < KINDS; a++)
                for (int k = 0; k < KINDS; k++) {
                    double slope = weigh * move_slopes[a][k];
                    move_squares[a][k] += slope * slope;
                    moves[a][k] -= given->rate * slope / sqrt(move_squares[a][k]);
                }
        }
        int later = given->epochs - given->epochs / 2;
        if (epoch >= given->epochs / 2) {
            for (size_t i = 0; i < all; i++)
                mean[i] += weights[i] / later;
            for (int i = 0; i < KINDS * KINDS; i++)
                mean_moves[i] += ((double *)moves)[i] / later;
        }
    }
    free(weights);
    free(squares);
    free(slopes);
    free(active);
    free(place);
    free(order);
    return lost / given->sentences;
}
