# Interval-censored times and parametric models from R's survival, on data made here from a seed; what survival has not is
# written out: self-consistency over all elementary intervals, and the likelihood with delayed entry.
# Run: Rscript scripts/oracle/intervals.R > src/statistics/oracle/intervals.json
source("scripts/oracle/cases.R")
suppressMessages(library(survival))
set.seed(20261125)

# Self-consistency (Turnbull 1976) over every cell between bounds, points among them, until nothing moves.
consistent <- function(lower, upper) {
  bounds <- sort(unique(c(lower, upper)))
  bounds <- bounds[is.finite(bounds)]
  # Cells: each bound as a point, and the open stretch behind it.
  from <- c(-Inf, rep(bounds, each = 2)); to <- c(bounds[1], as.vector(rbind(bounds, c(bounds[-1], Inf))))
  point <- c(FALSE, rep(c(TRUE, FALSE), length(bounds)))
  exact <- lower == upper
  covers <- outer(seq_along(lower), seq_along(from), Vectorize(function(i, j)
    if (exact[i]) point[j] && from[j] == lower[i] else if (point[j]) from[j] > lower[i] && from[j] <= upper[i] else from[j] >= lower[i] && to[j] <= upper[i]))
  p <- rep(1 / length(from), length(from))
  for (step in 1:200000) {
    share <- covers %*% p
    next_p <- p * colMeans(covers / as.vector(share))
    if (max(abs(next_p - p)) < 1e-15) break
    p <- next_p
  }
  list(logLikelihood = sum(log(covers %*% p)), from = from, to = to, point = point, p = p)
}
for (n in c(8, 15, 30)) for (kind in 1:3) {
  t <- rexp(n, 0.1)
  width <- c(3, 5, 8)[kind]
  lower <- pmax(0, floor(t / width) * width - sample(0:1, n, TRUE)); upper <- lower + width + sample(0:2, n, TRUE)
  late <- t > 18; upper[late] <- Inf
  if (kind > 1) { early <- t < 3; lower[early] <- -Inf }
  if (kind == 3) { known <- sample(n, n %/% 4); known <- known[is.finite(upper[known])]; lower[known] <- upper[known] }
  fit <- consistent(lower, upper)
  at <- sort(unique(c(lower, upper))); at <- at[is.finite(at)]
  # Behind a bound: the cells that begin there or later.
  survival <- vapply(at, function(b) sum(fit$p[fit$from > b | (fit$from == b & !fit$point)]), 0)
  # Survival is known at a bound unless probability lies in a stretch that the bound only divides; compare where it is.
  case("self-consistency in R", list(lower = list_of(lower), upper = list_of(upper), at = at),
    list(logLikelihood = fit$logLikelihood, survival = survival))
  y <- Surv(ifelse(is.finite(lower), lower, NA), ifelse(is.finite(upper), upper, NA), type = "interval2")
  s <- summary(survfit(y ~ 1), times = at, extend = TRUE)
  case("survfit, interval2", list(lower = list_of(lower), upper = list_of(upper), at = at), list(survival = s$surv))
}

tight <- survreg.control(rel.tolerance = 1e-13, maxiter = 200)
said <- function(fit, newdata) {
  q <- predict(fit, newdata, type = "quantile", p = c(0.1, 0.5, 0.9))
  list(coefficients = list_of(coef(fit)), covariance = c(fit$var), lnScale = log(fit$scale), logLikelihood = fit$loglik[2],
    nullLogLikelihood = fit$loglik[1], quantiles = as.vector(q))
}
for (n in c(15, 50)) for (dist in c("weibull", "exponential", "lognormal", "loglogistic")) {
  x <- round(rnorm(n), 3); g <- rbinom(n, 1, 0.5)
  t <- round(exp(2 + 0.4 * x - 0.5 * g + 0.6 * log(rexp(n))), 3) + 0.01
  loss <- round(runif(n, 1, 25), 3)
  new <- data.frame(x = 0.5, g = 1)
  time <- pmin(t, loss); event <- as.integer(t <= loss)
  case("survreg, right-censored", list(lower = time, upper = ifelse(event == 1, time, Inf), x = x, g = g, distribution = dist),
    said(survreg(Surv(time, event) ~ x + g, dist = dist, control = tight), new))
  # A quarter exact, the rest left-, interval- or right-censored.
  kind <- sample(1:4, n, TRUE)
  lower <- ifelse(kind == 1, t, ifelse(kind == 2, -Inf, pmax(0.5, floor(t)))); upper <- ifelse(kind == 1, t, ifelse(kind == 4, Inf, ceiling(t) + 1))
  lower <- ifelse(kind %in% 3:4, pmin(lower, t), lower)
  y <- Surv(ifelse(is.finite(lower), lower, NA), ifelse(is.finite(upper), upper, NA), type = "interval2")
  case("survreg, left-, right- and interval-censored", list(lower = lower, upper = upper, x = x, g = g, distribution = dist),
    said(survreg(y ~ x + g, dist = dist, control = tight), new))
}
# Delayed entry: the likelihood of Weibull times given that each lies behind its entry, maximised by optim.
for (n in c(40, 120)) {
  x <- round(rnorm(n), 3)
  t <- exp(2 + 0.3 * x + 0.7 * log(rexp(n))); entry <- round(rexp(n, 0.4), 3)
  keep <- t > entry + 0.01; t <- round(t[keep], 3); x <- x[keep]; entry <- entry[keep]
  loss <- entry + round(runif(length(t), 2, 15), 3)
  time <- pmin(t, loss); event <- as.integer(t <= loss)
  minus <- function(b) { s <- exp(b[3]); z <- (log(time) - b[1] - b[2] * x) / s; e <- ifelse(entry > 0, exp((log(entry) - b[1] - b[2] * x) / s), 0)
    -sum(event * (z - b[3] - log(time)) - exp(z) + e) }
  fit <- optim(c(2, 0, 0), minus, method = "BFGS", control = list(reltol = 1e-15, maxit = 1000))
  fit <- optim(fit$par, minus, method = "Nelder-Mead", control = list(reltol = 1e-16, maxit = 5000))
  case("optim, Weibull with delayed entry", list(lower = time, upper = ifelse(event == 1, time, Inf), entry = entry, x = x),
    list(parameters = fit$par, logLikelihood = -fit$value))
}
print_cases("scripts/oracle/intervals.R", "survival")
