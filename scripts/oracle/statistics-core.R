# Reference values for src/statistics from R's own distributions and exact tests.
# Run: Rscript scripts/oracle/statistics-core.R > src/statistics/oracle/statistics-core.json
# Each topic is a list of rows; its columns are named in "columns". Numbers carry 17 significant digits.

number <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "null")
row <- function(values) paste0("[", paste(number(values), collapse = ", "), "]")
topic <- function(name, columns, rows) {
  rows <- Filter(function(values) all(is.finite(values)), rows)
  paste0(
    '    "', name, '": {\n      "columns": [', paste0('"', columns, '"', collapse = ", "), '],\n      "rows": [\n        ',
    paste(vapply(rows, row, ""), collapse = ",\n        "), "\n      ]\n    }"
  )
}
over <- function(grid, f) lapply(seq_len(nrow(grid)), function(i) {
  args <- as.numeric(grid[i, ])
  c(args, suppressWarnings(do.call(f, as.list(args))))
})
tails <- function(p) function(...) c(
  p(...), p(..., lower.tail = FALSE), p(..., log.p = TRUE), p(..., lower.tail = FALSE, log.p = TRUE)
)
tail_columns <- c("lower", "upper", "lnLower", "lnUpper")
quantiles <- function(q) function(p, ...) c(q(p, ...), q(p, ..., lower.tail = FALSE))
probabilities <- c(1e-300, 1e-100, 1e-20, 1e-8, 0.0005, 0.005, 0.025, 0.05, 0.1, 0.3, 0.5, 0.7, 0.9, 0.975, 0.999)

topics <- c(
  topic("lgamma", c("x", "value"), over(
    expand.grid(c(1e-280, 1e-20, 1e-5, 0.1, 0.3, 0.5, 0.75, 0.999, 1, 1.001, 1.5, 1.999, 2, 2.0001, 2.5, 3, 5.5, 9.9,
      10, 15.99, 16, 17.3, 50, 171.5, 1000, 1e6, 1e12, 1e16)), lgamma)),
  topic("lbeta", c("a", "b", "value"), over(
    expand.grid(c(1e-10, 0.01, 0.5, 1, 3.7, 40, 5000), c(0.5, 1, 8, 300, 1e7)), lbeta)),
  topic("pnorm", c("z", tail_columns), over(
    expand.grid(c(-1e5, -1000, -50, -38, -37, -20, -10, -8.3, -6, -5, -3, -2, -1.96, -1, -0.7, -0.5, -0.1, -1e-10, 0,
      1e-10, 0.2, 0.674, 1, 1.2816, 1.96, 2.5758, 4, 5.65, 7, 9, 15, 30, 37.5, 60, 1e4)), tails(pnorm))),
  topic("qnorm", c("p", "lower", "upper"), over(expand.grid(probabilities), quantiles(qnorm))),
  topic("qnormLn", c("lnP", "lower", "upper"), over(
    expand.grid(c(-1e8, -1e5, -2000, -700, -300, -100, -20, -5, -1, -0.7, -0.6, -0.1, -1e-5, -1e-20)),
    function(p) c(qnorm(p, log.p = TRUE), qnorm(p, lower.tail = FALSE, log.p = TRUE)))),
  topic("pbeta", c("x", "a", "b", tail_columns), over(
    expand.grid(c(1e-10, 0.001, 0.05, 0.3, 0.5, 0.72, 0.95, 0.9999), c(0.001, 0.5, 1, 2.3, 8, 60, 200, 5000),
      c(0.5, 1, 4, 17.5, 400, 4000)), tails(pbeta))),
  topic("qbeta", c("p", "a", "b", "lower", "upper"), over(
    expand.grid(c(1e-20, 1e-8, 0.0005, 0.025, 0.1, 0.5, 0.9, 0.975), c(0.5, 1, 2.3, 8, 60, 200), c(0.5, 1, 4, 17.5, 400)),
    quantiles(qbeta))),
  topic("pgamma", c("x", "a", tail_columns), over(
    expand.grid(c(1e-10, 0.01, 0.3, 1, 1.5, 4, 12, 50, 99, 130, 700, 4900, 5300), c(0.001, 0.1, 0.5, 1, 1.7, 6, 40, 100, 5000)),
    tails(pgamma))),
  topic("qgamma", c("p", "a", "lower", "upper"), over(
    expand.grid(probabilities, c(0.5, 1, 1.7, 6, 40, 5000)), quantiles(qgamma))),
  topic("pt", c("t", "df", tail_columns), over(
    expand.grid(c(-1e6, -40, -12.7, -3, -1, -0.01, 0, 0.3, 1.5, 2.0452, 5, 20, 1000), c(0.5, 1, 2, 3, 7.5, 29, 120, 1e4)),
    tails(pt))),
  topic("qt", c("p", "df", "lower", "upper"), over(
    expand.grid(c(1e-100, 1e-8, 0.0005, 0.025, 0.1, 0.3, 0.5, 0.6, 0.95, 0.995), c(1, 2, 3, 7.5, 29, 120, 1e4)), quantiles(qt))),
  topic("pchisq", c("x", "df", tail_columns), over(
    expand.grid(c(1e-8, 0.1, 1, 3.84, 6.63, 20, 150, 1000), c(1, 2, 3, 10, 57.5, 200)), tails(pchisq))),
  topic("qchisq", c("p", "df", "lower", "upper"), over(
    expand.grid(probabilities, c(1, 2, 3, 10, 57.5, 200)), quantiles(qchisq))),
  topic("pf", c("f", "df1", "df2", "lower", "upper"), over(
    expand.grid(c(0.01, 0.5, 1, 4, 20, 300), c(1, 3, 5.5, 40), c(2, 10, 343)),
    function(...) c(pf(...), pf(..., lower.tail = FALSE)))),
  topic("dbinom", c("k", "n", "p", "mass", "lnMass"), over(
    expand.grid(c(0, 1, 4, 17, 100), c(1, 4, 17, 500, 1e6), c(1e-6, 0.1, 0.5, 0.93)),
    function(k, n, p) if (k > n) NA else c(dbinom(k, n, p), dbinom(k, n, p, log = TRUE)))),
  topic("pbinom", c("k", "n", "p", "atMost", "atLeast", "lnAtMost", "lnAtLeast"), over(
    expand.grid(c(1, 4, 17, 100), c(4, 17, 500, 10000), c(1e-6, 0.1, 0.5, 0.93)),
    function(k, n, p) c(pbinom(k, n, p), pbinom(k - 1, n, p, lower.tail = FALSE), pbinom(k, n, p, log.p = TRUE),
      pbinom(k - 1, n, p, lower.tail = FALSE, log.p = TRUE)))),
  topic("binom.test", c("x", "n", "p", "less", "greater", "twoSided"), over(
    expand.grid(c(0, 1, 5, 7, 17), c(5, 17, 40, 500), c(0.01, 0.1, 0.3, 0.5, 0.9)),
    function(x, n, p) if (x > n) NA else vapply(c("less", "greater", "two.sided"), function(side)
      binom.test(x, n, p, alternative = side)$p.value, 0))),
  {
    counts <- rbind(c(0, 1), c(1, 1), c(0, 2), c(1, 2), c(2, 2), c(0, 4), c(2, 4), c(4, 4), c(3, 5), c(4, 6), c(5, 7), c(5, 9),
      c(0, 10), c(1, 10), c(9, 10), c(7, 17), c(9, 17), c(17, 17), c(4, 36), c(1, 100), c(50, 100), c(100, 500), c(15, 500),
      c(0, 500), c(500, 500), c(3, 2000), c(1234, 5678), c(20000, 1e6))
    grid <- cbind(counts[rep(seq_len(nrow(counts)), 3), ], rep(c(0.8, 0.95, 0.999), each = nrow(counts)))
    # prop.test shrinks the continuity correction towards its null hypothesis; a null far from x/n keeps it at 0.5.
    intervals <- function(x, n, level) {
      null <- if (x <= n / 2) 1 - 1e-6 else 1e-6
      score <- function(correct) prop.test(x, n, p = null, conf.level = level, correct = correct)$conf.int[1:2]
      c(binom.test(x, n, conf.level = level)$conf.int[1:2], score(FALSE), score(TRUE))
    }
    topic("proportion", c("x", "n", "confidence", "exactLower", "exactUpper", "wilsonLower", "wilsonUpper",
      "correctedLower", "correctedUpper"), over(grid, intervals))
  },
  topic("poisson.test", c("count", "confidence", "lower", "upper"), over(
    expand.grid(c(0, 1, 2, 5, 19, 20, 21, 100, 5000), c(0.8, 0.95, 0.999)),
    function(count, level) poisson.test(count, conf.level = level)$conf.int[1:2]))
)

cat(paste0(
  '{\n  "source": "', R.version.string, '",\n  "script": "scripts/oracle/statistics-core.R",\n  "topics": {\n',
  paste(topics, collapse = ",\n"), "\n  }\n}\n"
))
