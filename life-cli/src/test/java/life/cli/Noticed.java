package life.cli;

/** What the server says was noticed. */
final class Noticed {
  private Noticed() {}

  /** An observation of a flood. */
  static String flood(int number, int version, boolean open) {
    return ("{\"number\":%d,\"version\":%d,\"severity\":\"warning\",\"open\":%s,"
            + "\"begin\":{\"seq\":12,\"tick\":600,\"age\":\"PT10M\"},\"noticed\":{\"seq\":15,\"tick\":900,\"age\":\"PT15M\"},"
            + "\"peak\":{\"seq\":15,\"tick\":900,\"age\":\"PT15M\"},\"changed\":{\"seq\":20,\"tick\":4200,\"age\":\"PT1H10M\"},"
            + "\"end\":%s,\"words\":\"shock came 12 times within 40 minutes\",\"signs\":[{\"kind\":\"flood\",\"severity\":\"warning\","
            + "\"since\":{\"seq\":12,\"tick\":600,\"age\":\"PT10M\"},\"evidence\":[15,12],\"strength\":9.5,"
            + "\"words\":\"shock came 12 times within 40 minutes, where 0.1 times are usual for this being in such a time\"}]}")
        .formatted(
            number,
            version,
            open,
            open ? "null" : "{\"seq\":20,\"tick\":4200,\"age\":\"PT1H10M\"}");
  }

  /** A page of them. */
  static String page(int seq, int head, String next, String... observations) {
    return page(seq, head, 0, next, observations);
  }

  /** A page of them, where {@code version} is the last one of all. */
  static String page(int seq, int head, int version, String next, String... observations) {
    return ("{\"life\":\"ada\",\"seq\":%d,\"head\":%d,\"watched\":true,\"version\":%d,"
            + "\"observations\":[%s],\"next\":%s}")
        .formatted(seq, head, version, String.join(",", observations), next);
  }

  /** One of them as a server-sent event. */
  static String event(int version, String observation) {
    return "id: %d\nevent: observation\ndata: %s\n\n".formatted(version, observation);
  }
}
