package life.bench.nab;

/**
 * What right and wrong detections weigh.
 *
 * @param name of the profile
 * @param hit a window that was detected as early as possible
 * @param falseAlarm a detection far from any window
 * @param miss a window that was not detected
 */
record Profile(String name, double hit, double falseAlarm, double miss) {
  static final String STANDARD = "standard";
}
