# Prints cases for an oracle of src/statistics: the R function, what it was given, what it answered. Sourced by the scripts
# beside it, which are run from the top of the project. Numbers carry 17 significant digits; null is missing or infinite.
json <- function(x) {
  if (is.character(x)) return(if (length(x) == 1) paste0('"', x, '"') else paste0("[", paste0('"', x, '"', collapse = ", "), "]"))
  if (is.list(x)) return(paste0("{ ", paste(vapply(names(x), function(name) paste0('"', name, '": ', json(x[[name]])), ""), collapse = ", "), " }"))
  if (is.matrix(x)) return(paste0("[", paste(apply(x, 1, function(row) json(list_of(row))), collapse = ", "), "]"))
  number <- ifelse(is.finite(x), sprintf("%.17g", as.numeric(x)), "null")
  if (length(x) == 1 && !inherits(x, "list_of")) number else paste0("[", paste(number, collapse = ", "), "]")
}
# A vector that stays a list with one element or none.
list_of <- function(x) structure(as.numeric(x), class = "list_of")
cases <- list()
# One case; `input` and `expected` are named lists.
case <- function(of, input, expected) {
  cases[[length(cases) + 1]] <<- paste0('    { "function": "', of, '", "input": ', json(input), ', "expected": ', json(expected), " }")
  invisible(NULL)
}
print_cases <- function(script, packages = character()) {
  versions <- vapply(packages, function(package) paste0(", ", package, " ", packageVersion(package)), "")
  cat(paste0('{\n  "source": "R ', getRversion(), paste(versions, collapse = ""), '",\n  "script": "', script, '",\n  "cases": [\n',
    paste(cases, collapse = ",\n"), "\n  ]\n}\n"))
}
