package life.cli;

/** What the server says of ada. */
final class Ada {
  static final String LIVES =
      """
      {"lives":[
       {"id":"ada","phase":"ALIVE","alive":true,"tick":456,"age":"PT7M36S","energy":88.1,"cause":null},
       {"id":"eve","phase":"DEAD","alive":false,"tick":90000,"age":"PT25H","energy":0.0,"cause":"starvation"}]}
      """;

  static final String ALIVE = state("\"phase\":\"ALIVE\",\"alive\":true,\"cause\":null");
  static final String DEAD = state("\"phase\":\"DEAD\",\"alive\":false,\"cause\":\"starvation\"");

  static final String DOING = "uneasy: energy has fallen for six hours, two shocks since it woke";

  private Ada() {}

  /** What the server says of how she is doing. */
  static String interpretation() {
    return "{\"life\":\"ada\",\"condition\":\"uneasy\",\"sentence\":\"" + DOING + "\"}";
  }

  private static String state(String phase) {
    return """
    {"id":"ada","seq":123,"tick":456,"age":"PT7M36S","subjectiveAge":"PT7M10.25S",%s,
     "vitals":{"energy":88.1,"stability":0.97,"integrity":1.0},"arousal":0.12,"feltRate":1.02,"drive":1.44,
     "asleep":false,"sleepPressure":0.34,"weather":"storm","memory":{"short":[{},{}],"long":[{}]},"mind":{},
     "agenda":[{"seq":120,"tick":600,"kind":"shock","intensity":0.9},{"seq":121,"tick":500,"kind":"noise","intensity":0.1}],
     "seed":7,"world":"default","laws":{"version":1,"mortality":true},"born":"2026-11-22T08:00:00Z",
     "hash":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}
    """
        .formatted(phase);
  }

  /** Her state at a moment; within is null or a span. */
  static String then(int seq, String within) {
    return ALIVE
        .strip()
        .replaceFirst("\\}$", ",\"within\":" + within + "}")
        .replace("\"seq\":123", "\"seq\":" + seq);
  }

  /** A work of the server. */
  static String work(String status, String rest) {
    return "{\"work\":\"7\",\"kind\":\"verification\",\"life\":\"ada\",\"status\":\"%s\",\"done\":21000,\"all\":100000,\"perSecond\":210000.0,\"secondsLeft\":0.4%s}"
        .formatted(status, rest);
  }

  /** A work that is done. */
  static String done(String result) {
    return work("done", ",\"result\":" + result + ",\"problem\":null");
  }

  /** A page of facts with the given numbers. */
  static String facts(String next, int... seqs) {
    var facts = new StringBuilder();
    for (var seq : seqs) {
      facts.append(facts.isEmpty() ? "" : ",");
      facts.append(
          "{\"seq\":%d,\"tick\":%d,\"age\":\"PT%dS\",\"type\":\"lived\",".formatted(seq, seq, seq));
      facts.append("\"words\":\"fact %d happened\"}".formatted(seq));
    }
    return "{\"life\":\"ada\",\"facts\":[%s],\"next\":%s}".formatted(facts, next);
  }
}
