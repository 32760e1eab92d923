# Bayesian response rates of synthetic baskets: closed forms by qbeta and pbeta, exchangeability models by all matrices, and
# hierarchical models by integrate() inside integrate() inside integrate(), which takes some minutes.
# Run: Rscript scripts/oracle/bayes.R > src/statistics/oracle/bayes.json
source("scripts/oracle/cases.R")
for (s in list(c(3, 11), c(0, 9), c(14, 14), c(41, 160))) for (prior in list(c(0.5, 0.5), c(1, 1), c(2, 6))) {
  a <- prior[1] + s[1]; b <- prior[2] + s[2] - s[1]
  case("qbeta and pbeta of a posterior", list(responses = s[1], patients = s[2], a = prior[1], b = prior[2], threshold = 0.25),
    list(mean = a / (a + b), sd = sqrt(a * b / ((a + b)^2 * (a + b + 1))), lower = qbeta(0.025, a, b), median = qbeta(0.5, a, b),
      upper = qbeta(0.975, a, b), above = pbeta(0.25, a, b, lower.tail = FALSE),
      lnMarginal = lchoose(s[2], s[1]) + lbeta(a, b) - lbeta(prior[1], prior[2])))
  prediction <- vapply(0:7, function(y) integrate(function(p) dbinom(y, 7, p) * dbeta(p, a, b), 0, 1, rel.tol = 1e-12)$value, 0)
  if (a >= 1 && b >= 1) case("integrate, further responses", list(responses = s[1], patients = s[2], a = prior[1], b = prior[2], further = 7),
    list(masses = list_of(prediction)))
}
# The root of a distribution function to the last bits.
root <- function(f, lower, upper) uniroot(f, c(lower, upper), tol = 1e-15, maxiter = 10000)$root
for (t in list(c(2, 9, 20, 0.15, 0.9), c(5, 12, 30, 0.3, 0.95))) {
  y <- 0:(t[3] - t[2])
  a <- 0.5 + t[1]; b <- 0.5 + t[2] - t[1]; m <- t[3] - t[2]
  mass <- exp(lchoose(m, y) + lbeta(a + y, b + m - y) - lbeta(a, b))
  success <- pbeta(t[4], a + y, b + m - y, lower.tail = FALSE) > t[5]
  case("pbeta over further responses", list(responses = t[1], patients = t[2], total = t[3], threshold = t[4], cutoff = t[5]), list(probability = sum(mass[success])))
}
for (m in list(
  list(w = c(0.8, 0.2), a = c(12, 1), b = c(30, 1), x = 2, n = 20), list(w = c(0.5, 0.3, 0.2), a = c(3, 9, 0.5), b = c(12, 4, 0.5), x = 9, n = 13))) {
  ln <- log(m$w) + lbeta(m$a + m$x, m$b + m$n - m$x) - lbeta(m$a, m$b)
  w <- exp(ln - max(ln)); w <- w / sum(w)
  below <- function(p) sum(w * pbeta(p, m$a + m$x, m$b + m$n - m$x))
  case("uniroot of a mixture", list(weights = list_of(m$w), a = list_of(m$a), b = list_of(m$b), responses = m$x, patients = m$n, threshold = 0.3),
    list(weights = list_of(w), mean = sum(w * (m$a + m$x) / (m$a + m$b + m$n)), lower = root(function(p) below(p) - 0.025, 0, 1),
      median = root(function(p) below(p) - 0.5, 0, 1), upper = root(function(p) below(p) - 0.975, 0, 1), above = 1 - below(0.3)))
}
# Morita at the mean and the expected local information ratio, from numerically integrated second derivatives written out.
for (m in list(list(w = c(0.7, 0.3), a = c(8, 2), b = c(20, 2)), list(w = c(0.5, 0.4, 0.1), a = c(30, 5, 1.5), b = c(10, 5, 1.5)))) {
  density <- function(p) colSums(m$w * t(outer(p, seq_along(m$a), function(p, i) dbeta(p, m$a[i], m$b[i]))))
  part <- function(p, f) colSums(m$w * t(outer(p, seq_along(m$a), function(p, i) dbeta(p, m$a[i], m$b[i]) * f(p, m$a[i], m$b[i]))))
  score <- function(p, a, b) (a - 1) / p - (b - 1) / (1 - p)
  second <- function(p, a, b) score(p, a, b)^2 - (a - 1) / p^2 - (b - 1) / (1 - p)^2
  information <- function(p) (part(p, score) / density(p))^2 - part(p, second) / density(p)
  mean <- sum(m$w * m$a / (m$a + m$b))
  square <- sum(m$w * m$a * (m$a + 1) / ((m$a + m$b) * (m$a + m$b + 1)))
  ratio <- function(p) density(p) * information(p) * p * (1 - p)
  # The fourth root of the distance from each end takes the edges off.
  elir <- integrate(function(u) ratio(u^4) * 4 * u^3, 0, 0.5^0.25, rel.tol = 1e-11, subdivisions = 2000)$value +
    integrate(function(u) ratio(1 - u^4) * 4 * u^3, 0, 0.5^0.25, rel.tol = 1e-11, subdivisions = 2000)$value
  case("effective sample size, its definitions", list(weights = list_of(m$w), a = list_of(m$a), b = list_of(m$b)),
    list(moment = mean * (1 - mean) / (square - mean^2) - 1, morita = local({ m <- mean * (1 - mean) * (information(mean) + 1 / mean^2 + 1 / (1 - mean)^2); if (m > 0) m else NA }), elir = elir))
}
# All symmetric matrices of exchangeability.
exchangeability <- function(x, n, a, b, inclusion, p0) {
  k <- length(x); pairs <- which(upper.tri(diag(k)), arr.ind = TRUE)
  alone <- lbeta(a + x, b + n - x) - lbeta(a, b)
  matrices <- lapply(seq_len(2^nrow(pairs)) - 1, function(code) {
    M <- diag(k); on <- bitwAnd(bitwShiftR(code, seq_len(nrow(pairs)) - 1), 1) == 1
    M[pairs[on, , drop = FALSE]] <- 1; M <- pmax(M, t(M))
    ln <- sum(apply(M, 1, function(row) lbeta(a + sum(row * x), b + sum(row * (n - x))) - lbeta(a, b) + sum((1 - row) * alone)))
    list(M = M, ln = ln + sum(on) * log(inclusion) + sum(!on) * log(1 - inclusion))
  })
  ln <- vapply(matrices, function(m) m$ln, 0); w <- exp(ln - max(ln)); w <- w / sum(w)
  pep <- Reduce(`+`, Map(function(m, w) m$M * w, matrices, w))
  shapes <- lapply(seq_len(k), function(j) vapply(matrices, function(m) c(a + sum(m$M[j, ] * x), b + sum(m$M[j, ] * (n - x))), c(0, 0)))
  list(pep = pep, best = max(w), mean = vapply(shapes, function(s) sum(w * s[1, ] / colSums(s)), 0),
    above = vapply(shapes, function(s) sum(w * pbeta(p0, s[1, ], s[2, ], lower.tail = FALSE)), 0),
    median = vapply(shapes, function(s) root(function(p) sum(w * pbeta(p, s[1, ], s[2, ])) - 0.5, 0, 1), 0),
    size = vapply(shapes, function(s) sum(w * colSums(s)), 0))
}
for (t in list(list(x = c(5, 1, 9), n = c(12, 15, 20), a = 0.5, b = 0.5, i = 0.5), list(x = c(0, 3, 7, 2), n = c(8, 11, 13, 30), a = 1, b = 2, i = 0.3),
  list(x = c(2, 6, 1, 4, 9), n = c(10, 10, 25, 17, 21), a = 0.5, b = 0.5, i = 0.5))) {
  e <- exchangeability(t$x, t$n, t$a, t$b, t$i, 0.2)
  case("all exchangeability matrices", list(responses = list_of(t$x), patients = list_of(t$n), a = t$a, b = t$b, exchangeable = t$i, threshold = 0.2),
    list(exchangeability = list_of(e$pep), likeliest = e$best, mean = list_of(e$mean), above = list_of(e$above), median = list_of(e$median), size = list_of(e$size)))
}
# Declared baskets over all outcomes.
declared <- function(n, rates, p0, cutoff, above) {
  outcomes <- as.matrix(expand.grid(lapply(n, function(size) 0:size)))
  mass <- apply(outcomes, 1, function(x) prod(dbinom(x, n, rates)))
  active <- t(apply(outcomes, 1, function(x) above(x) > cutoff))
  c(colSums(mass * active), sum(mass[apply(active[, rates <= p0, drop = FALSE], 1, any)]))
}
for (rates in list(c(0.2, 0.2, 0.2), c(0.5, 0.2, 0.1))) {
  n <- c(6, 8, 6)
  case("declared over all outcomes, alone", list(patients = list_of(n), rates = list_of(rates), threshold = 0.2, cutoff = 0.9),
    list(declared = list_of(declared(n, rates, 0.2, 0.9, function(x) pbeta(0.2, 0.5 + x, 0.5 + n - x, lower.tail = FALSE)))))
  case("declared over all outcomes, exchangeability", list(patients = list_of(n), rates = list_of(rates), threshold = 0.2, cutoff = 0.9),
    list(declared = list_of(declared(n, rates, 0.2, 0.9, function(x) exchangeability(x, n, 0.5, 0.5, 0.5, 0.2)$above))))
}
# Hierarchical models. The log odds of a basket are mu + tau z.
inner <- function(x, n, mean, sd, of, from = -9, to = 9) {
  if (to <= from) return(0)
  integrate(function(z) { p <- plogis(mean + sd * z); dbinom(x, n, p) * of(p) * dnorm(z) }, from, to, rel.tol = 1e-11, abs.tol = 0, subdivisions = 500, stop.on.error = FALSE)$value
}
hierarchical <- function(t) {
  m0 <- t$mu[1]; s0 <- t$mu[2]; k <- length(t$x); cut <- qlogis(t$p0); w <- t$w
  tau_density <- if (t$tau == "half-normal") function(tau) 2 * dnorm(tau, 0, t$scale) else function(tau) 2 * dcauchy(tau, 0, t$scale)
  quantity <- list(one = function(p) 1, p = function(p) p, square = function(p) p^2)
  basket <- function(j, mean, sd, what) {
    if (what == "above") inner(t$x[j], t$n[j], mean, sd, quantity$one, min(9, max(-9, (cut - mean) / sd)), 9) else inner(t$x[j], t$n[j], mean, sd, quantity[[what]])
  }
  apart <- sapply(c("one", "p", "square", "above"), function(what) vapply(seq_len(k), function(j) basket(j, t$apart[1], t$apart[2], what), 0))
  factor <- function(j, mu, tau, what) w * basket(j, mu, tau, what) + (1 - w) * apart[j, what]
  double <- function(f) {
    over_mu <- function(tau) integrate(Vectorize(function(mu) dnorm(mu, m0, s0) * f(mu, tau)), m0 - 9 * s0, m0 + 9 * s0, rel.tol = 1e-9, abs.tol = 0, subdivisions = 1000)$value
    over_tau <- Vectorize(function(tau) tau_density(tau) * over_mu(tau))
    integrate(over_tau, 0, t$scale, rel.tol = 1e-8, abs.tol = 0)$value +
      if (t$tau == "half-normal") integrate(over_tau, t$scale, 8 * t$scale, rel.tol = 1e-8, abs.tol = 0)$value
      else integrate(function(u) over_tau(1 / u) / u^2, 0.02, 1 / t$scale, rel.tol = 1e-8, abs.tol = 0)$value
  }
  all <- function(mu, tau, j = 0, what = "one") prod(vapply(seq_len(k), function(i) factor(i, mu, tau, if (i == j) what else "one"), 0))
  total <- double(all)
  of <- function(j, what) double(function(mu, tau) all(mu, tau, j, what)) / total
  mean <- vapply(seq_len(k), of, 0, "p")
  expected <- list(lnMarginal = log(total), mean = list_of(mean), sd = list_of(sqrt(vapply(seq_len(k), of, 0, "square") - mean^2)),
    above = list_of(vapply(seq_len(k), of, 0, "above")), mu = double(function(mu, tau) mu * all(mu, tau)) / total,
    tau = double(function(mu, tau) tau * all(mu, tau)) / total)
  case(if (w < 1) "integrate, EXNEX" else "integrate, hierarchical model",
    list(responses = list_of(t$x), patients = list_of(t$n), threshold = t$p0, mu = list_of(t$mu), scale = t$scale, exchangeable = w, apart = list_of(t$apart)), expected)
}
hierarchical(list(x = c(4, 1), n = c(9, 14), p0 = 0.2, mu = c(-1, 2), tau = "half-normal", scale = 1, w = 1, apart = c(0, 1)))
hierarchical(list(x = c(6, 0, 3), n = c(13, 8, 22), p0 = 0.25, mu = c(0, 2), tau = "half-normal", scale = 0.5, w = 1, apart = c(0, 1)))
hierarchical(list(x = c(6, 0), n = c(13, 8), p0 = 0.25, mu = c(-1, 1.5), tau = "half-normal", scale = 1, w = 0.5, apart = c(-1, 2)))
print_cases("scripts/oracle/bayes.R")
