# Curves and their comparisons from R's survival, on data made here from a seed.
# Run: Rscript scripts/oracle/survival-tests.R > src/statistics/oracle/survival-tests.json
source("scripts/oracle/cases.R")
suppressMessages(library(survival))
set.seed(20261124)
made <- function(n, groups, digits) {
  group <- rep(seq_len(groups), length.out = n)
  death <- rexp(n, 0.06 * group^0.5) + 0.1
  loss <- runif(n, 1, 35)
  time <- round(pmin(death, loss), digits) + 0.1
  entry <- round(pmin(time - 0.05, rbinom(n, 1, 0.5) * runif(n, 0, 5)), 2)
  data.frame(time, event = as.integer(death <= loss), entry, group, stratum = rep(1:2, each = ceiling(n / 2))[seq_len(n)])
}
input_of <- function(data, ...) c(as.list(data), list(...))

for (n in c(11, 40)) for (delayed in c(FALSE, TRUE)) {
  data <- made(n, 1, if (n == 40) 0 else 1)
  if (!delayed) data$entry <- NULL
  y <- if (delayed) with(data, Surv(entry, time, event)) else with(data, Surv(time, event))
  for (type in c("plain", "log", "log-log", "logit", "arcsin")) {
    fit <- survfit(y ~ 1, conf.type = type)
    inner <- function(x) ifelse(fit$surv > 0 & fit$surv < 1, x, NA)
    case("survfit", input_of(data, interval = type), list(times = fit$time, atRisk = fit$n.risk, survival = fit$surv,
      relativeError = ifelse(fit$surv > 0, fit$std.err, NA), lower = inner(fit$lower), upper = inner(fit$upper)))
    q <- quantile(fit, c(0.1, 0.25, 0.5, 0.75, 0.9))
    case("quantile.survfit", input_of(data, interval = type), list(quantiles = unname(q$quantile), lower = unname(q$lower), upper = unname(q$upper)))
  }
  fit <- survfit(y ~ 1)
  case("survfit, cumhaz", data, list(hazard = fit$cumhaz, error = fit$std.chaz))
  for (until in c(3, 12)) if (until <= max(data$time)) {
    area <- summary(fit, rmean = until)$table
    case("summary.survfit, rmean", input_of(data, until = until), list(mean = area[["rmean"]], error = area[["se(rmean)"]]))
  }
}
for (groups in c(2, 3, 4)) for (n in c(20, 50)) {
  data <- made(n, groups, if (n == 20) 0 else 1)
  data$entry <- NULL
  for (rho in c(0, 1, 0.5)) {
    fit <- survdiff(Surv(time, event) ~ group, data, rho = rho)
    case("survdiff", input_of(data, groups = groups, rho = rho), list(chiSquare = fit$chisq, observed = list_of(fit$obs), expected = list_of(fit$exp),
      variance = c(fit$var), p = pchisq(fit$chisq, groups - 1, lower.tail = FALSE)))
  }
  fit <- survdiff(Surv(time, event) ~ group + strata(stratum), data)
  case("survdiff, strata", input_of(data, groups = groups, rho = 0), list(chiSquare = fit$chisq, observed = rowSums(fit$obs), expected = rowSums(fit$exp), variance = c(fit$var)))
  # The trend from the observed and expected events and the covariance that survdiff gives.
  for (scores in list(seq_len(groups), seq_len(groups)^2)) {
    fit <- survdiff(Surv(time, event) ~ group, data)
    z <- sum(scores * (fit$obs - fit$exp)) / sqrt(c(scores %*% fit$var %*% scores))
    case("survdiff, trend of its scores", input_of(data, groups = groups, scores = scores), list(z = z, chiSquare = z^2, p = pchisq(z^2, 1, lower.tail = FALSE)))
  }
}
# Every way to give the labels to two groups: the share with an observed minus expected as far from 0.
for (n in c(7, 9, 12)) {
  data <- made(n, 2, 0)
  off <- function(first) { label <- seq_len(n) %in% first; fit <- survdiff(Surv(time, event) ~ label, data); abs(fit$obs[2] - fit$exp[2]) }
  all <- combn(n, sum(data$group == 1), off)
  data$entry <- NULL
  case("survdiff, over all permutations", input_of(data, groups = 2), list(p = mean(all >= off(which(data$group == 1)) - 1e-9), permutations = length(all)))
}
for (n in c(30, 60)) for (at in c(5, 9)) {
  data <- made(n, 2, 1)
  fit <- survfit(Surv(time, event) ~ group, data)
  s <- summary(fit, times = at)
  surv <- s$surv; error <- s$std.err
  compared <- function(type, of, slope) { z <- (of(surv[1]) - of(surv[2])) / sqrt(sum((slope(surv) * error)^2))
    data$entry <- NULL
    case("survfit, difference at a time", input_of(data, at = at, scale = type),
      list(difference = surv[1] - surv[2], lower = surv[1] - surv[2] - qnorm(0.975) * sqrt(sum(error^2)), z = z, p = 2 * pnorm(-abs(z)))) }
  compared("plain", function(s) s, function(s) 1)
  compared("log", log, function(s) 1 / s)
  compared("log-log", function(s) log(-log(s)), function(s) 1 / (s * log(s)))
  compared("logit", qlogis, function(s) 1 / (s * (1 - s)))
  compared("arcsin", function(s) asin(sqrt(s)), function(s) 1 / (2 * sqrt(s * (1 - s))))
}
print_cases("scripts/oracle/survival-tests.R", "survival")
