-- Asks for the paths of a file, one after the other, again and again. The requests are written before the load begins.
local requests = {}
local last = 0

function init(arguments)
   for path in io.lines(arguments[1]) do
      requests[#requests + 1] = wrk.format("GET", path)
   end
end

function request()
   last = last % #requests + 1
   return requests[last]
end

function done(summary, latency, all)
   local errors = summary.errors
   io.write(string.format("bench %d %d %d %d %d %d\n", summary.requests, summary.duration, summary.bytes, errors.status,
      errors.connect + errors.read + errors.write + errors.timeout, latency:percentile(99)))
end
