# Competing risks from R's survival, and Gray's tests as the package cmprsk prints them.
# Run: Rscript scripts/oracle/competing-risks.R > src/statistics/oracle/competing-risks.json
source("scripts/oracle/cases.R")
suppressMessages(library(survival))
# The data of cmprsk's own test (tests/test.R), made as in R 1.2.1; the tests below are printed in its tests/test.Rout.save.
suppressWarnings(RNGversion("1.2.1"))
set.seed(2)
ss <- rexp(100)
gg <- sample(1:3, 100, replace = TRUE)
cc <- sample(0:2, 100, replace = TRUE)
strt <- sample(1:2, 100, replace = TRUE)
dd <- abs(rnorm(100))
unnamed <- seq_len(100) %in% c(5, 10, 50)
gray <- function(time, keep, cause, chiSquare, p) case("cuminc of cmprsk, Gray's test",
  list(time = time[keep], cause = cc[keep], group = gg[keep], stratum = strt[keep], of = cause), list(chiSquare = chiSquare, p = p))
gray(dd, TRUE, 1, 1.214132, 0.5449473)
gray(dd, TRUE, 2, 3.269462, 0.1950048)
gray(ss, TRUE, 1, 3.393977, 0.1832345)
gray(ss, TRUE, 2, 1.989511, 0.3698139)
gray(dd, !unnamed, 1, 1.008453, 0.6039725)
gray(dd, !unnamed, 2, 2.728735, 0.2555423)
gray(ss, !unnamed & seq_len(100) <= 80, 1, 4.716769, 0.0945729)
gray(ss, !unnamed & seq_len(100) <= 80, 2, 2.696396, 0.2597078)
gray(ss, !unnamed & gg != 2, 1, 3.5151549, 0.06080997)
gray(ss, !unnamed & gg != 2, 2, 0.1400145, 0.70826655)

suppressWarnings(RNGversion("4.2.0"))
set.seed(20261123)
for (n in c(12, 30, 60)) for (delayed in c(FALSE, TRUE)) {
  # Times tie with one another and with censoring; entries tie with times.
  time <- round(rexp(n, 0.15) + 1, if (n == 12) 0 else 1)
  cause <- sample(0:2, n, replace = TRUE, prob = c(0.3, 0.45, 0.25))
  entry <- if (delayed) round(pmin(time - 0.5, rbinom(n, 1, 0.6) * runif(n, 0, 4)), 1) else rep(0, n)
  if (delayed) entry[1:3] <- 0
  state <- factor(cause, 0:2, c("free", "one", "two"))
  y <- if (delayed) Surv(entry, time, state) else Surv(time, state)
  id <- seq_len(n)
  input <- list(time = time, cause = cause)
  if (delayed) input$entry <- entry
  for (type in c("plain", "log", "log-log")) {
    fit <- survfit(y ~ 1, id = id, conf.type = type)
    # Bounds at probabilities of 0 and 1 follow other conventions here: there is no interval to compare.
    inner <- fit$pstate > 0 & fit$pstate < 1
    bound <- function(x) ifelse(inner, x, NA)
    case(if (delayed) "survfit, Aalen-Johansen, delayed entry" else "survfit, Aalen-Johansen", c(input, interval = type),
      list(times = fit$time, free = fit$pstate[, 1], one = fit$pstate[, 2], two = fit$pstate[, 3],
        errors = c(fit$std.err), lower = c(bound(fit$lower)), upper = c(bound(fit$upper))))
  }
  x <- round(rnorm(n), 3)
  y <- Surv(if (delayed) entry else rep(0, n), time, state)
  rows <- finegray(y ~ ., data = data.frame(time, id, x), etype = "one", id = id)
  at <- sort(unique(time[cause == 1]))
  weights <- vapply(at, function(t) vapply(id, function(i)
    sum(rows$fgwt[rows$id == i & rows$fgstart < t & rows$fgstop >= t]), 0), numeric(n))
  case(if (delayed) "finegray, delayed entry" else "finegray", c(input, list(at = list_of(at))), list(weights = c(weights)))
  if (n > 12) {
    fit <- coxph(Surv(fgstart, fgstop, fgstatus) ~ x, rows, weights = fgwt, cluster = id, control = coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 60))
    case("coxph of finegray", c(input, list(x = x)), list(coefficient = unname(coef(fit)), error = sqrt(fit$var[1])))
  }
}
print_cases("scripts/oracle/competing-risks.R", "survival")
