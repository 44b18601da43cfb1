package life.cli;

/**
 * A subject and a moment, written {@code SUBJECT@POINT}.
 *
 * @param subject a life's name, or the path of a value
 * @param point a moment as the server understands it; {@code head} where none was written
 */
record Place(String subject, String point) {
  static final String POINTS =
      "POINT is a fact's number (120), tick:600, age:1d2h30m, felt:3h, time:2026-11-22T10:15:30Z, birth or head.";

  static Place of(String text) {
    var at = text.indexOf('@');
    var place =
        at < 0 ? new Place(text, "head") : new Place(text.substring(0, at), text.substring(at + 1));
    if (place.subject.isEmpty() || place.point.isEmpty()) {
      throw new Trouble(
          Exit.WRONG_USAGE,
          "bad-place",
          "\""
              + text
              + "\" lacks what stands "
              + (place.point.isEmpty() ? "after" : "before")
              + " the @",
          "write it like ada@120, ada@tick:600 or energy@age:2d; without @ it is meant now");
    }
    return place;
  }
}
