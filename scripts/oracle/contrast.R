# Studies of two arms, and hazard ratios, synthesised by metafor: what `cajal stats contrast` and its parts have to answer.
# Run: Rscript scripts/oracle/contrast.R > src/statistics/oracle/contrast.json
suppressMessages(library(metafor))
source("scripts/oracle/cases.R")
control <- list(threshold = 1e-13, tol = 1e-13, maxiter = 10000)
# With each estimator but EE: how metafor answers of one synthesis.
answers <- function(e, method, test, back) {
  f <- rma(yi, vi, data = e, method = method, test = test, control = control)
  k <- f$k
  q <- qt(0.975, k - 2)
  reach <- sqrt(f$se^2 + f$tau2)
  ci <- confint(f, control = list(tol = 1e-14, maxiter = 100000))$random
  l <- leave1out(f)
  list(k = k, estimate = back(as.numeric(f$beta)), lower = back(f$ci.lb), upper = back(f$ci.ub), q = f$QE, qP = f$QEp, tau2 = f$tau2,
    tau2Lower = ci[1, 2], tau2Upper = ci[1, 3], i2 = ci[3, 1], i2Lower = ci[3, 2], i2Upper = ci[3, 3],
    predictionLower = if (k > 2) back(as.numeric(f$beta) - q * reach) else NA, predictionUpper = if (k > 2) back(as.numeric(f$beta) + q * reach) else NA,
    weight = list_of(weights(f)), without = list_of(if (k > 2) back(l$estimate) else numeric()), withoutTau2 = list_of(if (k > 2) l$tau2 else numeric()))
}
arms <- list(
  # B: no event under treatment; D: none in either arm; F: all in both.
  rare = list(a = c(1, 0, 3, 0, 5, 12), n1 = c(40, 35, 60, 20, 70, 12), c = c(4, 2, 8, 0, 9, 11), n2 = c(42, 33, 58, 21, 71, 11)),
  usual = list(a = c(12, 20, 9, 31, 7), n1 = c(40, 55, 30, 80, 25), c = c(20, 25, 14, 44, 5), n2 = c(41, 52, 33, 79, 27)),
  two = list(a = c(12, 20), n1 = c(40, 55), c = c(20, 25), n2 = c(41, 52))
)
for (name in names(arms)) {
  t <- arms[[name]]
  given <- list(treated = list_of(t$a), treatedOf = list_of(t$n1), control = list_of(t$c), controlOf = list_of(t$n2))
  for (measure in c("OR", "RR", "RD", "AS")) {
    ratio <- measure %in% c("OR", "RR")
    e <- escalc(measure, ai = t$a, n1i = t$n1, ci = t$c, n2i = t$n2, drop00 = ratio)
    e <- e[!is.na(e$yi), ]
    back <- if (ratio) exp else identity
    for (method in c("REML", "DL", "PM")) case("contrast of arms", c(given, list(measure = measure, method = method)), answers(e, method, "adhoc", back))
  }
  m <- rma.mh(ai = t$a, n1i = t$n1, ci = t$c, n2i = t$n2, measure = "OR")
  p <- rma.peto(ai = t$a, n1i = t$n1, ci = t$c, n2i = t$n2)
  case("odds ratios beside", given, list(mantelHaenszel = exp(c(as.numeric(m$beta), m$ci.lb, m$ci.ub)), peto = exp(c(as.numeric(p$beta), p$ci.lb, p$ci.ub))))
}
# Hazard ratios: from the interval, and the last two from p.
hr <- c(0.72, 0.85, 0.61, 1.1, 0.9, 0.7)
lower <- c(0.5, 0.6, 0.4, 0.7, NA, NA)
upper <- c(1.04, 1.2, 0.93, 1.73, NA, NA)
p <- c(NA, NA, NA, NA, 0.6, 0.04)
error <- ifelse(is.na(p), (log(upper) - log(lower)) / (2 * qnorm(0.975)), abs(log(hr)) / qnorm(1 - p / 2))
for (method in c("REML", "DL", "PM"))
  case("contrast of hazards", list(hazardRatio = list_of(hr), lower = list_of(lower), upper = list_of(upper), p = list_of(p), method = method),
    answers(data.frame(yi = log(hr), vi = error^2), method, "adhoc", exp))
print_cases("scripts/oracle/contrast.R", "metafor")
