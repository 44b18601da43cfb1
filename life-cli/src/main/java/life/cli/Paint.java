package life.cli;

/** Colours words, or leaves them alone. Whatever is coloured says the same without colour. */
record Paint(boolean on) {

  String good(String text) {
    return in("32", text);
  }

  String warning(String text) {
    return in("33", text);
  }

  String bad(String text) {
    return in("31", text);
  }

  String faint(String text) {
    return in("2", text);
  }

  String strong(String text) {
    return in("1", text);
  }

  /** The colour of a phase of life. */
  String phase(String phase, String text) {
    return switch (phase) {
      case "ALIVE" -> good(text);
      case "DEGRADING" -> warning(text);
      case "DEAD" -> bad(text);
      default -> text;
    };
  }

  private String in(String code, String text) {
    return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
