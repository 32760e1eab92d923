# Meta-analysis of synthetic studies by metafor: effect sizes, pooled effects by every estimator and test, tables of two arms.
# Run: Rscript scripts/oracle/meta.R > src/statistics/oracle/meta.json
suppressMessages(library(metafor))
source("scripts/oracle/cases.R")
set.seed(2014)
tables <- list(
  small = list(x = c(3, 7, 1, 5), n = c(11, 17, 9, 20)),
  zeros = list(x = c(0, 4, 12, 2, 9), n = c(16, 17, 18, 31, 44)),
  many = local({ n <- rpois(15, 40) + 5; list(x = rbinom(15, n, plogis(rnorm(15, -0.5, 0.8))), n = n) }),
  alike = local({ n <- rpois(8, 60) + 5; list(x = rbinom(8, n, 0.35), n = n) })
)
control <- list(threshold = 1e-13, tol = 1e-13, maxiter = 10000)
for (t in tables) for (measure in c("PR", "PLN", "PLO", "PAS", "PFT")) {
  e <- escalc(measure, xi = t$x, ni = t$n)
  case("escalc of shares", list(count = list_of(t$x), of = list_of(t$n), measure = measure), list(effect = list_of(e$yi), variance = list_of(e$vi)))
  for (method in c("EE", "DL", "HE", "SJ", "ML", "REML", "PM", "EB")) for (test in c("z", "knha", "adhoc")) {
    if (method == "EE" && test != "z") next
    f <- rma(yi, vi, data = e, method = method, test = test, control = control)
    p <- predict(f)
    case("rma", list(effect = list_of(e$yi), variance = list_of(e$vi), method = method, test = test),
      list(estimate = as.numeric(f$beta), error = f$se, lower = f$ci.lb, upper = f$ci.ub, p = f$pval, tau2 = f$tau2,
        tau2Error = if (method == "EE") NA else f$se.tau2, q = f$QE, qP = f$QEp, i2 = f$I2 / 100, h2 = f$H2,
        predictionLower = if (method == "EE") NA else p$pi.lb, predictionUpper = if (method == "EE") NA else p$pi.ub))
  }
}
arms <- list(
  rare = list(a = c(1, 0, 3, 2, 5), n1 = c(40, 35, 60, 51, 70), c = c(4, 2, 8, 3, 9), n2 = c(42, 33, 58, 50, 71)),
  usual = list(a = c(12, 20, 9, 31), n1 = c(40, 55, 30, 80), c = c(20, 25, 14, 44), n2 = c(41, 52, 33, 79))
)
for (t in arms) {
  for (measure in c("OR", "RR", "RD", "AS", "PETO")) {
    e <- escalc(measure, ai = t$a, n1i = t$n1, ci = t$c, n2i = t$n2)
    case("escalc of two arms", list(treated = list_of(t$a), treatedOf = list_of(t$n1), control = list_of(t$c), controlOf = list_of(t$n2), measure = measure),
      list(effect = list_of(e$yi), variance = list_of(e$vi)))
  }
  m <- rma.mh(ai = t$a, n1i = t$n1, ci = t$c, n2i = t$n2, measure = "OR")
  p <- rma.peto(ai = t$a, n1i = t$n1, ci = t$c, n2i = t$n2)
  given <- list(treated = list_of(t$a), treatedOf = list_of(t$n1), control = list_of(t$c), controlOf = list_of(t$n2))
  case("rma.mh", given, list(estimate = as.numeric(m$beta), error = m$se, lower = m$ci.lb, upper = m$ci.ub))
  case("rma.peto", given, list(estimate = as.numeric(p$beta), error = p$se, lower = p$ci.lb, upper = p$ci.ub))
}
for (t in tables) {
  e <- escalc("PLO", xi = t$x, ni = t$n)
  f <- rma(yi, vi, data = e, method = "REML", control = control)
  b <- blup(f)
  given <- list(effect = list_of(e$yi), variance = list_of(e$vi))
  case("leave1out", given, list(estimate = list_of(leave1out(f)$estimate)))
  case("cumul", given, list(estimate = list_of(cumul(f)$estimate)))
  case("blup", given, list(estimate = list_of(b$pred), error = list_of(b$se)))
}
# Regression on properties of studies, with every estimator and test, and what it expects of another study.
moderated <- local({
  k <- 16
  n <- rpois(k, 45) + 6
  year <- 1998 + sample(0:22, k)
  line <- c("first", "second", "later")[1 + (seq_len(k) * 5) %% 3]
  x <- rbinom(k, n, plogis(-0.3 + 0.04 * (year - 2010) - 0.5 * (line == "later") + rnorm(k, 0, 0.5)))
  list(x = x, n = n, year = year, line = line)
})
e <- escalc("PLO", xi = moderated$x, ni = moderated$n)
given <- list(effect = list_of(e$yi), variance = list_of(e$vi), year = list_of(moderated$year), line = moderated$line)
for (method in c("EE", "DL", "HE", "SJ", "ML", "REML", "PM", "EB")) for (test in c("z", "knha", "adhoc")) {
  f <- rma(yi, vi, mods = ~ year + factor(line), data = data.frame(e, year = moderated$year, line = moderated$line), method = method, test = test, control = control)
  p <- predict(f, newmods = c(2015, 1, 0))
  case("rma, mods", c(given, list(method = method, test = test)),
    list(estimate = list_of(f$beta), error = list_of(f$se), lower = list_of(f$ci.lb), upper = list_of(f$ci.ub), p = list_of(f$pval),
      tau2 = f$tau2, tau2Error = if (method == "EE") NA else f$se.tau2, q = f$QE, qP = f$QEp, i2 = f$I2 / 100, h2 = f$H2,
      moderators = f$QM, moderatorsP = f$QMp, r2 = f$R2 / 100))
  case("predict.rma, newmods", c(given, list(method = method, test = test)),
    list(estimate = p$pred, error = p$se, lower = p$ci.lb, upper = p$ci.ub,
      predictionLower = if (method == "EE") NA else p$pi.lb, predictionUpper = if (method == "EE") NA else p$pi.ub))
}
# Subgroups: each by itself, and with one variance between studies.
for (test in c("z", "knha", "adhoc")) {
  own <- lapply(unique(moderated$line), function(l) rma(e$yi[moderated$line == l], e$vi[moderated$line == l], method = "REML", test = test, control = control))
  means <- sapply(own, function(f) as.numeric(f$beta))
  errors <- sapply(own, function(f) f$se)
  between <- rma(means, sei = errors, method = "EE")
  input <- list(effect = list_of(e$yi), variance = list_of(e$vi), line = moderated$line, test = test)
  case("rma by group, tau2 of each", input,
    list(estimate = list_of(means), error = list_of(errors), tau2 = list_of(sapply(own, function(f) f$tau2)), between = between$QE, p = between$QEp))
  cells <- rma(e$yi, e$vi, mods = ~ 0 + factor(moderated$line, levels = unique(moderated$line)), method = "REML", test = test, control = control)
  whole <- rma(e$yi, e$vi, mods = ~ factor(moderated$line), method = "REML", test = test, control = control)
  case("rma by group, one tau2", input,
    list(estimate = list_of(cells$beta), error = list_of(cells$se), lower = list_of(cells$ci.lb), upper = list_of(cells$ci.ub),
      tau2 = list_of(rep(cells$tau2, 3)), between = whole$QM, p = whole$QMp))
}
# Influence, funnels, and limits of tau2.
for (t in tables) for (measure in c("PLO", "PFT")) for (test in c("z", "knha", "adhoc")) {
  e <- escalc(measure, xi = t$x, ni = t$n)
  f <- rma(yi, vi, data = e, method = "REML", test = test, control = control)
  i <- influence(f)
  input <- list(effect = list_of(e$yi), variance = list_of(e$vi), test = test)
  case("influence", input,
    list(rstudent = list_of(i$inf$rstudent), dffits = list_of(i$inf$dffits), cook = list_of(i$inf$cook.d), covariance = list_of(i$inf$cov.r),
      tau2 = list_of(i$inf$tau2.del), q = list_of(i$inf$QE.del), hat = list_of(i$inf$hat), weight = list_of(i$inf$weight),
      dfbetas = list_of(i$dfbs$intrcpt), influential = list_of(i$is.infl)))
  for (predictor in "sei") {
    g <- regtest(f, model = "rma")
    case("regtest, rma", input, list(statistic = g$zval, p = g$pval, limit = as.numeric(g$est), lower = g$ci.lb, upper = g$ci.ub))
  }
  if (test == "z") {
    g <- regtest(f, model = "lm")
    case("regtest, lm", input, list(statistic = g$zval, p = g$pval, degrees = g$ddf, limit = as.numeric(g$est), lower = g$ci.lb, upper = g$ci.ub))
    g <- suppressWarnings(ranktest(f))
    case("ranktest", input, list(statistic = as.numeric(g$tau), p = as.numeric(g$pval)))
    ci <- confint(f, control = list(tol = 1e-14, maxiter = 100000))$random
    case("confint, tau2", input, list(tau2 = list_of(ci[1, ]), tau = list_of(ci[2, ]), i2 = list_of(ci[3, ] / 100), h2 = list_of(ci[4, ])))
  }
}
for (t in tables[c("zeros", "many", "alike")]) for (measure in c("PLO", "PAS")) for (estimator in c("L0", "R0", "Q0")) for (side in c("left", "right", "either")) {
  e <- escalc(measure, xi = t$x, ni = t$n)
  f <- rma(yi, vi, data = e, method = "DL")
  g <- try(if (side == "either") trimfill(f, estimator = estimator) else trimfill(f, estimator = estimator, side = side), silent = TRUE)
  if (inherits(g, "try-error")) next
  case("trimfill", list(effect = list_of(e$yi), variance = list_of(e$vi), missing = estimator, side = side),
    list(missing = g$k0, error = g$se.k0, isLeft = as.numeric(g$side == "left"), p = g$p.k0, filled = list_of(g$yi[g$fill]),
      estimate = as.numeric(g$beta), limitLower = g$ci.lb, limitUpper = g$ci.ub, tau2 = g$tau2))
}
# Counts with a beta distribution of shares, and binomial counts with normal log odds: written out and maximised in R.
maximised <- function(height, start) {
  o <- list(par = start)
  for (round in 1:6) o <- optim(o$par, height, method = if (round %% 2) "Nelder-Mead" else "BFGS", control = list(fnscale = -1, reltol = 1e-16, maxit = 5000))
  o
}
tables$wide <- list(x = c(1, 30, 9, 44, 3, 12), n = c(25, 40, 31, 50, 28, 20))
for (t in tables[c("small", "zeros", "many", "wide")]) {
  beta_height <- function(p) {
    mean <- plogis(p[1]); rho <- plogis(p[2]); a <- mean * (1 - rho) / rho; b <- (1 - mean) * (1 - rho) / rho
    sum(lchoose(t$n, t$x) + lbeta(t$x + a, t$n - t$x + b) - lbeta(a, b))
  }
  o <- maximised(beta_height, c(qlogis(sum(t$x) / sum(t$n)), -2))
  if (plogis(o$par[2]) < 1e-4) next
  h <- optimHess(o$par, beta_height, control = list(ndeps = c(1e-4, 1e-4), fnscale = -1))
  v <- solve(-h)
  ll0 <- sum(dbinom(t$x, t$n, sum(t$x) / sum(t$n), log = TRUE))
  profile <- function(at) {
    best <- max(sapply(c(-6, -3, -1, 0.5), function(s) optimize(function(r) beta_height(c(at, r)), c(s - 3, s + 3), maximum = TRUE, tol = 1e-12)$objective))
    best - o$value + qchisq(0.95, 1) / 2
  }
  limits <- c(uniroot(profile, c(o$par[1] - 12 * sqrt(v[1, 1]), o$par[1]), tol = 1e-12)$root, uniroot(profile, c(o$par[1], o$par[1] + 12 * sqrt(v[1, 1])), tol = 1e-12)$root)
  counts <- list(count = list_of(t$x), of = list_of(t$n))
  case("optim, beta-binomial", counts, list(estimate = o$par[1], rho = plogis(o$par[2]), height = o$value, statistic = 2 * (o$value - ll0), lower = limits[1], upper = limits[2]))
  case("optimHess, beta-binomial", counts, list(error = sqrt(v[1, 1]), rhoError = sqrt(v[2, 2]) * dlogis(o$par[2])))
  normal_height <- function(p) sum(sapply(seq_along(t$x), function(i)
    log(integrate(function(z) dbinom(t$x[i], t$n[i], plogis(p[1] + exp(p[2]) * z)) * dnorm(z), -12, 12, rel.tol = 1e-12, subdivisions = 5000)$value)))
  o <- maximised(normal_height, c(qlogis(sum(t$x) / sum(t$n)), -0.5))
  case("optim, binomial-normal", counts, list(estimate = o$par[1], tau = exp(o$par[2]), height = o$value))
}
print_cases("scripts/oracle/meta.R", "metafor")
