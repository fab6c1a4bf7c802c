-- For wrk: asks for the addresses of a file one after the other and prints what it found as JSON.
-- Arguments: the file, then headers as "Name: value".
local addresses, place = {}, 0

function init(arguments)
  for line in io.lines(arguments[1]) do
    table.insert(addresses, line)
  end
  for number = 2, #arguments do
    local name, value = arguments[number]:match("^([^:]+): (.*)$")
    wrk.headers[name] = value
  end
end

function request()
  place = place % #addresses + 1
  return wrk.format("GET", addresses[place])
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests": %d, "seconds": %f, "bytes": %d, "p50": %f, "p95": %f, "p99": %f, "failed": %d}\n',
    summary.requests, summary.duration / 1e6, summary.bytes,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
