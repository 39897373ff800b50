# Reads the list that src/it/means prints, then surefire's and failsafe's XML reports. Prints failed and
# skipped tests and, as its last line, how many there are of each kind. Fails when a test failed and,
# with as_root=1, when the end-to-end tests did not all run that this machine has the means for.

BEGIN { RS = "<" }

FNR == NR {
    split($0, lines, "\n")
    for (i in lines)
        if (split(lines[i], pair, " ") == 2) has[pair[1]] = pair[2]
    next
}

/^testsuite[ \n]/ {
    tests += attribute("tests")
    failed += attribute("failures") + attribute("errors")
    skipped += attribute("skipped")
    if (is_end_to_end()) ran += attribute("tests") - attribute("skipped")
}

/^testcase[ \n]/ { test = attribute("classname") "." attribute("name") }

/^(failure|error)[ \n>]/ {
    print "failed: " test
    reason = attribute("message")
    if (reason == "") reason = attribute("type")
    print "        " substr(reason, 1, 1000)
}

/^skipped[ \n\/>]/ {
    reason = attribute("message")
    if (reason != "") report_skip(reason)
}

# A condition of JUnit gives a message; of an assumption in a test there is only the stack trace.
/^!\[CDATA\[/ && previous ~ /^skipped / {
    sub(/^!\[CDATA\[[A-Za-z0-9_.$]+: /, "")
    sub(/\n.*/, "")
    report_skip($0)
}

{ previous = $0 }

END {
    if (as_root && ran == 0) {
        print "no end-to-end test ran (module src/it)"
        wrong = 1
    }
    printf "%d passed, %d failed, %d skipped\n", tests - failed - skipped, failed, skipped
    exit failed > 0 || wrong
}

function is_end_to_end() {
    return FILENAME ~ /^\.\/src\/it\//
}

function report_skip(reason) {
    print "skipped: " test ": " reason
    if (as_root && is_end_to_end() && !lacks_something(reason)) {
        print "         but this machine has all that the reason names (src/it/means knows what it has)"
        wrong = 1
    }
}

# Whether one of the names after "requires" in a reason is a thing that this machine does not have.
function lacks_something(reason,    names, n, i) {
    if (!match(reason, /requires [A-Z][A-Z0-9_, ]*/)) return 0
    n = split(substr(reason, RSTART + 9, RLENGTH - 9), names, /[ ,]+/)
    for (i = 1; i <= n; i++)
        if (has[names[i]] == "no") return 1
    return 0
}

function attribute(name,    value) {
    if (!match($0, "[ \n]" name "=\"[^\"]*\"")) return ""
    value = substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4)
    gsub(/&#10;/, " ", value)
    gsub(/&lt;/, "<", value)
    gsub(/&gt;/, ">", value)
    gsub(/&quot;/, "\"", value)
    gsub(/&apos;/, "'", value)
    gsub(/&amp;/, "\\&", value)
    return value
}
