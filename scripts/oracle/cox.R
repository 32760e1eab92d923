# Reference values for src/statistics/cox from R's survival package, on synthetic data made here from a seed.
# Run: Rscript scripts/oracle/cox.R > src/statistics/oracle/cox.json
# Numbers carry 17 significant digits; null is not defined. The penalised models are maximised here with R's own likelihood
# and information (coxph at fixed coefficients), because no package for them is in Debian.
suppressMessages(library(survival))
set.seed(20261122)
number <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "null")
list_of <- function(x) paste0("[", paste(number(as.numeric(x)), collapse = ", "), "]")
field <- function(name, value) paste0('"', name, '": ', value)
text <- function(value) paste0('"', value, '"')
object <- function(...) paste0("{ ", paste(c(...), collapse = ", "), " }")
array_of <- function(x) paste0("[\n    ", paste(x, collapse = ",\n    "), "\n  ]")

n <- 60
treated <- rbinom(n, 1, 0.5)
age <- round(rnorm(n, 60, 9), 1)
marker <- round(exp(rnorm(n, 0.3 * treated, 0.8)), 2)
stratum <- sample(1:3, n, replace = TRUE)
cluster <- sample(1:18, n, replace = TRUE)
death <- rexp(n, 0.06 * exp(-0.7 * treated + 0.03 * (age - 60) + 0.1 * marker + 0.3 * (stratum == 2)))
loss <- runif(n, 2, 40)
# Half of the times in whole months: many ties.
time <- ifelse(seq_len(n) %% 2 == 0, ceiling(pmin(death, loss)), round(pmin(death, loss), 1) + 0.1)
event <- as.integer(death <= loss)
entry <- ifelse(runif(n) < 0.3, 0, floor(runif(n) * time * 0.7))
weight <- round(runif(n, 0.3, 2.5), 2)
count <- as.numeric(sample(1:3, n, replace = TRUE))
data <- data.frame(time, event, entry, treated, age, marker, stratum, cluster, weight, count)
control <- coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 60)

designs <- rbind(
  data.frame(strata = FALSE, weights = "none", cluster = FALSE), data.frame(strata = TRUE, weights = "none", cluster = FALSE),
  data.frame(strata = FALSE, weights = "none", cluster = TRUE), data.frame(strata = FALSE, weights = "count", cluster = FALSE),
  data.frame(strata = FALSE, weights = "weight", cluster = FALSE), data.frame(strata = TRUE, weights = "weight", cluster = TRUE))
cases <- merge(data.frame(ties = rep(c("efron", "breslow", "exact"), 2), delayed = rep(c(FALSE, TRUE), each = 3)), designs)
cases <- cases[!(cases$ties == "exact" & (cases$weights != "none" | cases$cluster)), ]
fit_of <- function(case) {
  outcome <- if (case$delayed) "Surv(entry, time, event)" else "Surv(time, event)"
  right <- paste("treated + age + marker", if (case$strata) "+ strata(stratum)" else "")
  call <- list(quote(coxph), as.formula(paste(outcome, "~", right)), data = quote(data), ties = case$ties,
    control = quote(control), x = TRUE, y = TRUE)
  if (case$weights != "none") call$weights <- as.name(case$weights)
  if (case$cluster) call$cluster <- quote(cluster)
  fit <- eval(as.call(call))
  # The exact fit of the counting process comes without its class.
  if (!inherits(fit, "coxph")) class(fit) <- "coxph"
  fit
}
newdata <- data.frame(treated = 1, age = 55, marker = 2.5, stratum = 2)
model_of <- function(index) {
  case <- cases[index, ]
  fit <- fit_of(case)
  robust <- !is.null(fit$naive.var)
  followed <- case$ties != "exact" || !case$delayed
  zph <- if (followed) lapply(c("km", "rank", "identity", "log"), function(transform) cox.zph(fit, transform)$table)
  curve <- if (!followed) NULL else if (case$strata) survfit(fit, newdata, conf.type = "log-log") else survfit(fit, newdata[1:3], conf.type = "log-log")
  at <- curve$n.event > 0
  base <- c(field("ties", text(case$ties)), field("delayed", tolower(case$delayed)), field("strata", tolower(case$strata)),
    field("weights", text(case$weights)), field("cluster", tolower(case$cluster)),
    field("coefficient", list_of(coef(fit))), field("standardError", list_of(sqrt(diag(fit$var)))),
    field("modelStandardError", list_of(sqrt(diag(if (robust) fit$naive.var else fit$var)))),
    field("covariance", list_of(fit$var)), field("logLikelihood", list_of(fit$loglik)),
    field("score", number(fit$score)), field("wald", number(fit$wald.test)),
    field("concordance", list_of(c(fit$concordance[["concordance"]], fit$concordance[["std"]]))),
    field("pairs", list_of(fit$concordance[c("concordant", "discordant", "tied.x")])))
  more <- if (followed) c(field("zph", paste0("[", paste(vapply(zph, function(table) list_of(table[, "chisq"]), ""), collapse = ", "), "]")),
    field("curve", object(field("times", list_of(curve$time[at])), field("hazard", list_of(curve$cumhaz[at])),
      field("survival", list_of(curve$surv[at])), field("standardError", list_of(curve$std.err[at])),
      field("lower", list_of(curve$lower[at])), field("upper", list_of(curve$upper[at])))))
  rest <- if (case$ties != "exact" && case$cluster == case$strata) {
    schoenfeld <- residuals(fit, "schoenfeld")
    c(field("martingale", list_of(residuals(fit, "martingale"))), field("deviance", list_of(residuals(fit, "deviance"))),
      field("scoreResiduals", list_of(residuals(fit, "score"))), field("dfbeta", list_of(residuals(fit, "dfbeta"))),
      field("schoenfeldTimes", list_of(rownames(schoenfeld))), field("schoenfeld", list_of(schoenfeld)),
      field("scaledSchoenfeld", list_of(residuals(fit, "scaledsch"))))
  }
  do.call(object, as.list(c(base, more, rest)))
}
models <- vapply(seq_len(nrow(cases)), model_of, "")

# Firth: the greatest of log-likelihood plus half the log determinant of the information, and its profile.
monotone <- within(data, { event <- ifelse(treated == 1, 0L, event) })
penalised <- function(beta, from, ties, delayed) {
  outcome <- if (delayed) Surv(from$entry, from$time, from$event) else Surv(from$time, from$event)
  fit <- suppressWarnings(coxph(outcome ~ treated + age + marker, data = from, ties = ties, init = beta,
    control = coxph.control(iter.max = 0)))
  fit$loglik[1] - as.numeric(determinant(fit$var)$modulus) / 2
}
climb <- function(value, start) {
  scale <- c(1, 0.05, 0.3)[seq_along(start)]
  best <- optim(start, value, control = list(fnscale = -1, reltol = 1e-15, maxit = 5000, parscale = scale))
  for (i in 1:4) best <- optim(best$par, value, control = list(fnscale = -1, reltol = 1e-15, maxit = 5000, parscale = scale / 10^i))
  best
}
firth_of <- function(name, from, ties, delayed) {
  value <- function(beta) penalised(beta, from, ties, delayed)
  best <- climb(value, c(0, 0, 0))
  profile <- function(treated) {
    inner <- function(rest) value(c(treated, rest))
    optim(best$par[2:3], inner, control = list(fnscale = -1, reltol = 1e-14, maxit = 5000, parscale = c(0.05, 0.3)))$value
  }
  fall <- function(treated) 2 * (best$value - profile(treated)) - qchisq(0.95, 1)
  object(field("name", text(name)), field("ties", text(ties)), field("delayed", tolower(delayed)),
    field("coefficient", list_of(best$par)), field("penalised", number(best$value)), field("null", number(value(c(0, 0, 0)))),
    field("lower", number(uniroot(fall, best$par[1] - c(12, 0), tol = 1e-8)$root)),
    field("upper", number(uniroot(fall, best$par[1] + c(0, 8), tol = 1e-8)$root)),
    field("chiSquare", number(2 * (best$value - profile(0)))))
}
firth <- c(firth_of("plain", data, "breslow", FALSE), firth_of("plain", data, "efron", TRUE),
  firth_of("monotone", monotone, "breslow", FALSE), firth_of("monotone", monotone, "efron", FALSE),
  firth_of("monotone", monotone, "efron", TRUE))

column <- function(name) field(name, list_of(data[[name]]))
cat("{\n  ", field("source", paste0('"R ', getRversion(), ", survival ", packageVersion("survival"), '"')), ",\n  ",
  field("script", '"scripts/oracle/cox.R"'), ",\n  ",
  field("data", object(vapply(names(data), column, ""))), ",\n  ",
  field("models", array_of(models)), ",\n  ", field("firth", array_of(firth)), "\n}\n", sep = "")
