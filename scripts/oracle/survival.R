# Reference values for src/statistics/survival from R's survival package, on synthetic data made here from a seed.
# Run: Rscript scripts/oracle/survival.R > src/statistics/oracle/survival.json
# Numbers carry 17 significant digits; null is not reached or not defined.
suppressMessages(library(survival))
set.seed(20261121)
number <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "null")
list_of <- function(x) paste0("[", paste(number(as.numeric(x)), collapse = ", "), "]")
field <- function(name, value) paste0('"', name, '": ', value)
object <- function(...) paste0("{ ", paste(c(...), collapse = ", "), " }")

n <- 60
group <- rep(1:3, length.out = n)
stratum <- rep(1:2, each = n / 2)
death <- round(rexp(n, 0.05 * group), 1) + 0.1
loss <- round(runif(n, 1, 40), 1)
time <- pmin(death, loss)
event <- as.integer(death <= loss)
entry <- round(runif(n, 0, 1) * time * 0.8, 2)
data <- data.frame(time, event, entry, group, stratum)

curve <- function(name, formula, type) {
  fit <- survfit(formula, data = data, conf.type = type)
  q <- quantile(fit, c(0.25, 0.5, 0.75))
  area <- summary(fit, rmean = 12)$table
  object(field("name", paste0('"', name, '"')), field("interval", paste0('"', type, '"')),
    field("times", list_of(fit$time)), field("atRisk", list_of(fit$n.risk)), field("events", list_of(fit$n.event)),
    field("survival", list_of(fit$surv)), field("relativeError", list_of(ifelse(fit$surv == 0, NA, fit$std.err))),
    field("lower", list_of(fit$lower)), field("upper", list_of(fit$upper)),
    field("quantiles", list_of(q$quantile)), field("quantileLower", list_of(q$lower)), field("quantileUpper", list_of(q$upper)),
    field("mean", list_of(area[["rmean"]])), field("meanError", list_of(area[["se(rmean)"]])))
}
types <- c("plain", "log", "log-log", "logit", "arcsin")
curves <- c(
  vapply(types, function(type) curve("all", Surv(time, event) ~ 1, type), ""),
  vapply(types, function(type) curve("delayed", Surv(entry, time, event) ~ 1, type), ""))
compared <- function(name, fit) object(field("name", paste0('"', name, '"')),
  field("chiSquare", number(fit$chisq)), field("observed", list_of(if (is.matrix(fit$obs)) rowSums(fit$obs) else fit$obs)),
  field("expected", list_of(if (is.matrix(fit$exp)) rowSums(fit$exp) else fit$exp)), field("variance", list_of(fit$var)))
tests <- c(
  compared("log-rank", survdiff(Surv(time, event) ~ group, data = data)),
  compared("rho1", survdiff(Surv(time, event) ~ group, data = data, rho = 1)),
  compared("stratified", survdiff(Surv(time, event) ~ group + strata(stratum), data = data)))
cat("{\n  ", field("source", paste0('"R ', getRversion(), ", survival ", packageVersion("survival"), '"')), ",\n  ",
  field("script", '"scripts/oracle/survival.R"'), ",\n  ",
  field("data", object(field("time", list_of(time)), field("event", list_of(event)), field("entry", list_of(entry)),
    field("group", list_of(group)), field("stratum", list_of(stratum)))), ",\n  ",
  field("curves", paste0("[\n    ", paste(curves, collapse = ",\n    "), "\n  ]")), ",\n  ",
  field("tests", paste0("[\n    ", paste(tests, collapse = ",\n    "), "\n  ]")), "\n}\n", sep = "")
