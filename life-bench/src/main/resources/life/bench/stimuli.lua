-- Sends stimuli spread over beings b1 .. bN, each with a key of its own, and writes down what was answered.
-- Arguments: number of beings, folder for the answers or "-", name of this run.
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("id", threads)
end

function init(arguments)
  beings = tonumber(arguments[1])
  run = arguments[3] or "run"
  sent = 0
  refused = {}
  if arguments[2] and arguments[2] ~= "-" then
    answers = io.open(arguments[2] .. "/answers-" .. id, "w")
    refusals = io.open(arguments[2] .. "/refusals-" .. id, "w")
  end
end

function request()
  sent = sent + 1
  local headers = {
    ["Content-Type"] = "application/json",
    ["Idempotency-Key"] = run .. "-" .. id .. "-" .. sent
  }
  local being = "b" .. (sent % beings + 1)
  return wrk.format("POST", "/v1/lives/" .. being .. "/stimuli", headers, '{"kind":"noise","intensity":0.05}')
end

function response(status, headers, body)
  if not answers then return end
  if status == 201 then
    answers:write(body, "\n")
  else
    refusals:write(status, " ", headers["Retry-After"] or "-", "\n")
  end
end
