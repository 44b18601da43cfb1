package life.observe;

import java.util.List;
import java.util.function.Supplier;

/** Who hears of what is unusual, at every fact while it lasts. */
interface Signs {
  /**
   * Something is unusual now.
   *
   * @param subject what it is about; empty where there is only one
   * @param since where it began
   * @param evidence seqs of the facts that show it; one or more, of which the first and the last
   *     few are kept
   * @param strength see {@link Sign#strength()}; what is above the range counts as certain
   * @param words why it is unusual for this being; asked for only if it is told
   */
  void show(
      SignKind kind,
      String subject,
      Juncture since,
      List<Long> evidence,
      double strength,
      Supplier<String> words);
}
