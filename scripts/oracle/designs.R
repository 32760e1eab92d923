# Two-stage designs by exhaustive search written out in R, and inference after them as the formulas of the papers say it.
# Run: Rscript scripts/oracle/designs.R > src/statistics/oracle/designs.json
source("scripts/oracle/cases.R")
search <- function(p0, p1, alpha, beta, most) {
  found <- NULL
  for (n in 2:most) for (n1 in 1:(n - 1)) {
    x <- 0:n1
    d0 <- dbinom(x, n1, p0); d1 <- dbinom(x, n1, p1)
    for (r in 0:(n - 1)) {
      u0 <- d0 * pbinom(r - x, n - n1, p0, lower.tail = FALSE)
      u1 <- d1 * pbinom(r - x, n - n1, p1, lower.tail = FALSE)
      for (r1 in 0:min(r, n1 - 1)) {
        go <- x > r1
        power <- sum(u1[go])
        if (power < 1 - beta) break
        size <- sum(u0[go])
        if (size > alpha) next
        pet <- pbinom(r1, n1, p0)
        found <- rbind(found, c(r1, n1, r, n, n1 + (1 - pet) * (n - n1), pet, size, power))
      }
    }
  }
  found
}
for (q in list(c(0.05, 0.25, 0.05, 0.2, 25), c(0.1, 0.3, 0.1, 0.1, 40), c(0.3, 0.5, 0.1, 0.2, 40), c(0.01, 0.2, 0.05, 0.1, 35), c(0.4, 0.7, 0.05, 0.2, 32))) {
  found <- search(q[1], q[2], q[3], q[4], q[5])
  fewest <- found[found[, 4] == min(found[, 4]), , drop = FALSE]
  minimax <- fewest[which.min(fewest[, 5]), ]
  optimal <- found[which.min(found[, 5]), ]
  case("designs by exhaustive search in R", list(null = q[1], target = q[2], alpha = q[3], beta = q[4], most = q[5]),
    list(optimal = optimal, minimax = minimax))
}
for (t in list(c(7, 1, 10, 29, 0.1), c(1, 1, 10, 29, 0.1), c(5, 3, 13, 43, 0.2), c(20, 3, 13, 43, 0.2), c(0, 0, 9, 17, 0.05), c(17, 0, 9, 17, 0.05), c(30, 10, 36, 90, 0.25))) {
  x <- t[1]; r1 <- t[2]; n1 <- t[3]; n <- t[4]; p0 <- t[5]
  tail <- function(k, p) if (k <= r1) 1 - pbinom(k - 1, n1, p) else { a <- (r1 + 1):n1; sum(dbinom(a, n1, p) * (1 - pbinom(k - a - 1, n - n1, p))) }
  a <- max(r1 + 1, x - n + n1):min(x, n1)
  estimate <- if (x <= r1) x / n1 else sum(choose(n1 - 1, a - 1) * choose(n - n1, x - a)) / sum(choose(n1, a) * choose(n - n1, x - a))
  root <- function(k, target) uniroot(function(p) tail(k, p) - target, c(0, 1), tol = 1e-14)$root
  case("inference after two stages, uniroot", list(responses = x, firstLimit = r1, firstStage = n1, total = n, null = p0),
    list(estimate = estimate, p = tail(x, p0), lower = if (x == 0) 0 else root(x, 0.025), upper = if (x == n) 1 else root(x + 1, 0.975),
      shorter = if (x == 0) 0 else root(x, 0.975)))
}
print_cases("scripts/oracle/designs.R")
