# Tests of samples, ranks and tables from R's stats, on data made here from a seed.
# Run: Rscript scripts/oracle/comparison.R > src/statistics/oracle/comparison.json
source("scripts/oracle/cases.R")
set.seed(20261122)
quiet <- suppressWarnings
# Ratios above 1 as their reciprocal: the scale on which the search of fisher.test stops. Infinite stays infinite.
turned <- function(ratio) { ratio <- unname(ratio); if (is.finite(ratio) && ratio > 1) 1 / ratio else ratio }

samples <- list(
  list(c(1.1, 2.4), c(3.2, 4.5, 5)), list(7, c(1, 9)), list(round(rnorm(9), 4), round(rnorm(14) + 0.7, 4)),
  list(round(rexp(30), 6), round(rexp(45) * 1.5, 6)), list(c(4, 4, 7, 9), c(2, 4, 7, 7, 8)), list(rpois(25, 4), rpois(18, 5)),
  list(round(rnorm(60), 3), round(rnorm(70) + 0.2, 3)))
for (each in samples) {
  a <- each[[1]]; b <- each[[2]]
  sides <- function(...) lapply(c(p = "two.sided", less = "less", greater = "greater"), function(side)
    quiet(wilcox.test(a, b, alternative = side, ...)$p.value))
  input <- list(a = list_of(a), b = list_of(b))
  statistic <- list(statistic = unname(quiet(wilcox.test(a, b)$statistic)))
  if (!anyDuplicated(c(a, b))) case("wilcox.test, exact", input, c(statistic, sides(exact = TRUE)))
  case("wilcox.test, normal, corrected", input, c(statistic, sides(exact = FALSE)))
  case("wilcox.test, normal", input, c(statistic, sides(exact = FALSE, correct = FALSE)))
  if (length(a) > 1) {
    tested <- function(equal) { t <- t.test(a, b, var.equal = equal, conf.level = 0.9)
      list(t = unname(t$statistic), df = unname(t$parameter), p = t$p.value, lower = t$conf.int[1], upper = t$conf.int[2]) }
    case("t.test, Welch", c(input, confidence = 0.9), tested(FALSE))
    case("t.test, pooled", c(input, confidence = 0.9), tested(TRUE))
  }
}

pairs <- lapply(c(3, 4, 6, 8, 9, 10, 12, 30, 49, 80), function(n) { x <- round(rnorm(n), 5); list(x, round(0.4 * x + rnorm(n), 5)) })
tied <- lapply(c(4, 12, 60), function(n) { x <- rpois(n, 3); list(c(0, x[-1]), c(9, rpois(n - 1, 2) + x[-1] %/% 2)) })
for (each in c(pairs, tied)) {
  x <- each[[1]]; y <- each[[2]]
  for (method in c("kendall", "spearman")) {
    answered <- function(...) {
      answers <- lapply(c(p = "two.sided", less = "less", greater = "greater"), function(side)
        quiet(cor.test(x, y, method = method, alternative = side, ...)$p.value))
      c(list(estimate = unname(quiet(cor.test(x, y, method = method)$estimate))), answers)
    }
    input <- list(x = list_of(x), y = list_of(y))
    of <- paste0("cor.test, ", method)
    case(of, input, answered())
    case(paste0(of, ", approximate"), input, answered(exact = FALSE))
    case(paste0(of, ", approximate, corrected"), input, answered(exact = FALSE, continuity = TRUE))
  }
}

for (values in list(5, c(1, 2), c(3, 1, 4, 1, 5, 9, 2, 6), round(rnorm(19, 60, 9)), round(rexp(100), 3)))
  for (type in c(2, 6, 7)) {
    probabilities <- c(0, 0.05, 0.1, 0.25, 1 / 3, 0.5, 0.6, 0.75, 0.9, 0.975, 1)
    case("quantile, types 2, 6 and 7", list(values = list_of(values), probabilities = probabilities, type = type),
      list(quantiles = unname(quantile(values, probabilities, type = type))))
  }

tables <- list(
  rbind(c(3, 1), c(2, 4)), rbind(c(0, 5), c(4, 1)), rbind(c(10, 0), c(0, 10)), rbind(c(120, 80), c(95, 140)), rbind(c(700, 40), c(1, 3)))
for (table in tables) {
  for (level in c(0.9, 0.95)) {
    test <- fisher.test(table, conf.level = level)
    case("fisher.test, 2 x 2", list(table = table, confidence = level), list(p = test$p.value))
    case("fisher.test, 2 x 2, odds ratio and limits", list(table = table, confidence = level),
      list(oddsRatio = turned(test$estimate), lower = turned(test$conf.int[1]), upper = turned(test$conf.int[2])))
  }
  if (table[1, 2] + table[2, 1] > 0) case("mcnemar.test", list(table = table), { m <- mcnemar.test(table, correct = FALSE)
    list(chiSquare = unname(m$statistic), p = m$p.value) })
}
larger <- list(
  rbind(c(1, 6, 2, 8), c(0, 5, 2, 4)), rbind(c(3, 1, 2), c(0, 4, 5), c(7, 2, 9)), rbind(c(5, 3, 8, 2, 1), c(3, 6, 8, 1, 9), c(4, 4, 2, 7, 2)),
  rbind(c(40, 30), c(20, 50), c(33, 22), c(12, 18)), rbind(c(2, 0, 1), c(0, 0, 3)), rbind(c(1, 2, 3, 0), c(4, 0, 1, 1), c(0, 2, 2, 2), c(1, 1, 0, 5)),
  rbind(c(12, 9, 4), c(30, 22, 41)), rbind(c(5, 0, 0), c(0, 5, 0), c(0, 0, 5)), rbind(c(9, 3, 6, 2, 8, 1), c(2, 7, 5, 3, 1, 4)),
  rbind(c(2, 2), c(2, 2), c(2, 2)), matrix(rpois(12, 3), 3), matrix(rpois(10, 9), 2))
for (table in larger) case("fisher.test, larger tables", list(table = table), list(p = fisher.test(table, workspace = 2e7)$p.value))
for (table in c(tables, larger)) if (all(rowSums(table) > 0) && all(colSums(table) > 0)) for (corrected in c(0, 1)) {
  test <- quiet(chisq.test(table, correct = corrected == 1))
  case("chisq.test", list(table = table, corrected = corrected), list(chiSquare = unname(test$statistic), df = unname(test$parameter), p = test$p.value))
}
for (each in list(list(c(2, 5, 9), c(20, 21, 19)), list(c(0, 1, 1, 4), c(5, 9, 7, 6)), list(c(30, 20), c(60, 70)))) {
  test <- quiet(prop.trend.test(each[[1]], each[[2]]))
  case("prop.trend.test", list(successes = each[[1]], trials = each[[2]]), list(chiSquare = unname(test$statistic), p = test$p.value))
}
for (p in list(c(0.01, 0.04, 0.03, 0.005), c(0.5, 0.5, 1), round(runif(20)^3, 6)))
  case("p.adjust, holm and BH", list(p = p), list(holm = p.adjust(p, "holm"), bh = p.adjust(p, "BH")))
for (d in list(c(1.2, -0.4, 2.2, 3.1, 0.9), -3, round(rnorm(12, 0.4), 4), round(rnorm(40, 0.2), 5), round(rnorm(70, 0.2), 5), c(1, 1, -2, 3, 0, -1, 4, 4), rpois(30, 3) - 2)) {
  sides <- function(...) lapply(c(p = "two.sided", less = "less", greater = "greater"), function(side) quiet(wilcox.test(d, alternative = side, ...)$p.value))
  statistic <- list(statistic = unname(quiet(wilcox.test(d)$statistic)))
  if (!anyDuplicated(abs(d)) && all(d != 0)) case("wilcox.test, signed ranks, exact", list(d = list_of(d)), c(statistic, sides(exact = TRUE)))
  case("wilcox.test, signed ranks, normal, corrected", list(d = list_of(d)), c(statistic, sides(exact = FALSE)))
  case("wilcox.test, signed ranks, normal", list(d = list_of(d)), c(statistic, sides(exact = FALSE, correct = FALSE)))
}
for (n in c(1, 4, 17, 500)) for (x in unique(c(0, 1, n %/% 3, n))) {
  z <- qnorm(0.975); p <- x / n
  m <- n + z^2; q <- (x + z^2 / 2) / m
  # Neither formula is clipped, as in the package binom.
  case("qbeta, Jeffreys", list(x = x, n = n), list(lower = if (x == 0) 0 else qbeta(0.025, x + 0.5, n - x + 0.5), upper = if (x == n) 1 else qbeta(0.975, x + 0.5, n - x + 0.5)))
  case("Agresti-Coull, its formula", list(x = x, n = n), list(lower = q - z * sqrt(q * (1 - q) / m), upper = q + z * sqrt(q * (1 - q) / m)))
  case("Wald, its formula", list(x = x, n = n), list(lower = p - z * sqrt(p * (1 - p) / n), upper = p + z * sqrt(p * (1 - p) / n)))
  above <- function(p) pbinom(x, n, p, lower.tail = FALSE) + dbinom(x, n, p) / 2 - 0.025
  below <- function(p) pbinom(x - 1, n, p) + dbinom(x, n, p) / 2 - 0.025
  root <- function(f) uniroot(f, c(0, 1), tol = 1e-15)$root
  case("uniroot, mid-P", list(x = x, n = n), list(lower = if (x == 0) 0 else root(above), upper = if (x == n) 1 else root(below)))
}
score <- function(x, n) { z <- qnorm(0.975); p <- x / n; (p + z^2 / (2 * n) + c(-1, 1) * z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))) / (1 + z^2 / n) }
for (each in list(c(12, 18, 2, 27), c(10, 10, 0, 10), c(0, 5, 0, 9), c(40, 90, 31, 80))) {
  p <- each[1] / each[2]; q <- each[3] / each[4]; a <- score(each[1], each[2]); b <- score(each[3], each[4])
  case("Newcombe's difference, its formula", list(counts = each), list(difference = p - q,
    lower = p - q - sqrt((p - a[1])^2 + (b[2] - q)^2), upper = p - q + sqrt((a[2] - p)^2 + (q - b[1])^2)))
}
print_cases("scripts/oracle/comparison.R")
