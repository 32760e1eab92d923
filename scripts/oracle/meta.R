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
print_cases("scripts/oracle/meta.R", "metafor")
