package life.cli;

import java.util.Locale;

/** The colours of a picture; a tint is what lies under the line of the same name. */
enum Ink {
  PAPER(0xFFFFFF),
  PANEL(0xF8F8F5),
  GRID(0xCFD3CF),
  TEXT(0x22272E),
  FAINT(0x69717B),
  ENERGY(0x12805C),
  ENERGY_TINT(0xD3EBE0),
  STABILITY(0x2B6CB8),
  STABILITY_TINT(0xD7E5F5),
  INTEGRITY(0x7848B3),
  INTEGRITY_TINT(0xE6DCF3),
  DRIVE(0xBF5415),
  DRIVE_TINT(0xF8E2D2),
  FELT(0x0B7C8A),
  FELT_TINT(0xD2EBEE),
  AWAKE(0xF6EDCF),
  ASLEEP(0x3A4A7D),
  ALIVE(0x7CBF8E),
  DEGRADING(0xEBAF45),
  DEAD(0x8A8D91),
  STIMULI(0xB9A58A),
  STRONGEST(0x8A4B08),
  DEATH(0xB3261E);

  private final int rgb;

  Ink(int rgb) {
    this.rgb = rgb;
  }

  /** Red, green and blue, eight bits each, red uppermost. */
  int rgb() {
    return rgb;
  }

  /** As in CSS: {@code #12805c}. */
  String css() {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }
}
