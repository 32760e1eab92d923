# Exact unconditional tests of two shares in base R: every table, every share of both groups on a fine grid, then optimize().
# Run: Rscript scripts/oracle/unconditional.R > src/statistics/integrity/oracle/unconditional.json
source("scripts/oracle/cases.R")
square <- function(x, n, y, m) { s <- x + y
  ifelse(s == 0 | s == n + m, 0, (n + m) * (x * m - y * n)^2 / (n * m * s * (n + m - s))) }
fisher <- function(x, n, y, m) mapply(function(a, b) fisher.test(matrix(c(a, n - a, b, m - b), 2))$p.value, x, y)
largest <- function(x, n, y, m) {
  # The sum over tables is a polynomial of the share: its maximum on a grid of 2000, then refined beside the five best points.
  p <- function(share) sum(dbinom(x, n, share) * dbinom(y, m, share))
  grid <- seq(0, 1, length.out = 2001)
  at <- sapply(grid, p)
  best <- order(-at)[1:5]
  min(1, max(at, sapply(best, function(i) optimize(p, pmin(1, pmax(0, grid[i] + c(-1, 1) / 2000)), maximum = TRUE, tol = 1e-12)$objective)))
}
tables <- list(c(3, 4, 2, 17), c(7, 15, 12, 15), c(5, 12, 1, 17), c(9, 20, 4, 21), c(10, 41, 1, 11), c(17, 41, 1, 11),
  c(43, 53, 40, 79), c(30, 61, 18, 58), c(0, 12, 5, 14), c(0, 3, 0, 5), c(4, 4, 0, 6), c(1, 1, 0, 1), c(2, 5, 4, 10))
for (each in tables) {
  x <- each[1]; n <- each[2]; y <- each[3]; m <- each[4]
  all <- expand.grid(x = 0:n, y = 0:m)
  z <- square(all$x, n, all$y, m) >= square(x, n, y, m) * (1 - 1e-7)
  f <- fisher(all$x, n, all$y, m) <= fisher(x, n, y, m) * (1 + 1e-7)
  case("unconditional", list(x = x, n = n, y = y, m = m),
    list(barnard = largest(all$x[z], n, all$y[z], m), boschloo = largest(all$x[f], n, all$y[f], m)))
}
print_cases("scripts/oracle/unconditional.R")
