"""Reference values for src/statistics where double precision libraries lose digits: 60-digit arithmetic by mpmath.

Run: python3 scripts/oracle/statistics-extreme.py > src/statistics/oracle/statistics-extreme.json
Arguments are the exact doubles printed; values carry 17 significant digits.
"""

import itertools
import json
import platform

import mpmath as mp

mp.mp.dps = 60


def exact(*args):
    return [mp.mpf(arg) for arg in args]


def tails(lower, upper):
    """ln of both tails, the larger one from the smaller, so that neither cancels."""
    return [mp.log(lower), mp.log1p(-lower)] if lower < upper else [mp.log1p(-upper), mp.log(upper)]


def normal(z):
    (z,) = exact(z)
    return tails(mp.erfc(-z / mp.sqrt(2)) / 2, mp.erfc(z / mp.sqrt(2)) / 2)


def normal_quantile(ln_p):
    """z with ln P(Z <= z) = ln_p, by Newton's method on the exact tail."""
    (ln_p,) = exact(ln_p)
    z = -mp.sqrt(-2 * ln_p)
    for _ in range(60):
        tail = mp.erfc(-z / mp.sqrt(2)) / 2
        step = (mp.log(tail) - ln_p) * tail / mp.npdf(z)
        z -= step
        if abs(step) < mp.mpf(10) ** -40 * abs(z):
            return [z]
    raise ArithmeticError(ln_p)


def power_series(a, b, x):
    """I_x(a, b) = x^a y^b / (a B(a, b)) sum (a + b)_n x^n / (a + 1)_n: positive terms only (DLMF 8.17.8)."""
    term, total, n = mp.mpf(1), mp.mpf(1), 0
    while term > total * mp.mpf(10) ** (5 - mp.mp.dps):
        term *= (a + b + n) * x / (a + 1 + n)
        total += term
        n += 1
    return mp.exp(a * mp.log(x) + b * mp.log1p(-x) - mp.log(a) - ln_beta(a, b)) * total


def ln_beta(a, b):
    return mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)


def beta(x, a, b):
    """The series of the side that converges faster; the other side by subtraction, with digits to spare."""
    x, a, b = exact(x, a, b)
    mean = a / (a + b)
    divergence = a * mp.log(mean / x) + b * mp.log((1 - mean) / (1 - x))
    with mp.workdps(60 + max(0, int(divergence / 2.3))):
        if x <= 0.5:
            lower = power_series(a, b, x)
            return tails(lower, 1 - lower)
        upper = power_series(b, a, 1 - x)
        return tails(1 - upper, upper)


def gamma(x, a):
    x, a = exact(x, a)
    with mp.workdps(60 + max(0, int((x - a - a * mp.log(x / a)) / 2.3))):
        term = total = 1 / a
        n = 1
        while term > total * mp.mpf(10) ** (-mp.mp.dps + 2):
            term *= x / (a + n)
            total += term
            n += 1
        lower = total * mp.exp(a * mp.log(x) - x - mp.loggamma(a))
        return tails(lower, 1 - lower)


shapes = [1e-6, 0.02, 0.7, 3.0, 45.5, 2000.0, 30000.0]
points = [1e-12, 0.002, 0.2, 0.45, 0.72, 0.97, 0.999999]
topics = {
    "lnGamma": (1, ["x", "value"], lambda x: [mp.loggamma(mp.mpf(x))],
        [(x,) for x in (0.999, 1.001, 1.999, 2.0001, 1 - 1e-9, 1 + 1e-9, 2 + 1e-9, 1e-200, 7.25, 123456.75, 1e15)]),
    "normal": (1, ["z", "lnLower", "lnUpper"], normal,
        [(z,) for z in (-30000.0, -200.0, -40.0, -9.5, -4.4, -1.3, -1e-8, 0.3, 2.2, 6.6, 12.0, 39.0, 500.0)]),
    "normalQuantile": (1, ["lnP", "z"], normal_quantile,
        [(p,) for p in (-1e8, -1e5, -2000.0, -745.5, -500.0, -33.0, -3.0)]),
    "beta": (3, ["x", "a", "b", "lnLower", "lnUpper"], beta,
        [(0.72, 5000.0, 17.5)] + [
            (x, a, b) for x, a, b in itertools.product(points, shapes, shapes)
            if max(a, b) < 2000 or (a == b and 0.4 < x < 0.6) or (a == 2000 and x < 0.3 and b == 30000)
        ]),
    "gamma": (2, ["x", "a", "lnLower", "lnUpper"], gamma,
        [(r * max(a, 1.0), a) for a in shapes for r in (1e-9, 0.1, 0.8, 1.0, 1.05, 1.6, 4.0) if a < 2000 or 0.7 < r < 1.1]),
}

print(json.dumps({
    "source": f"mpmath {mp.__version__}, {mp.mp.dps} digits, Python {platform.python_version()}",
    "script": "scripts/oracle/statistics-extreme.py",
    "topics": {
        name: {
            "columns": columns,
            "rows": [list(args) + [float(value) for value in compute(*args)] for args in cases],
        }
        for name, (_, columns, compute, cases) in topics.items()
    },
}).replace("], [", "],\n["))
