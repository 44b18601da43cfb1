package life.bench;

import java.util.List;

/** Something that is measured. */
interface Benchmark {
  /**
   * Measures it.
   *
   * @param ground where files may be written and how long it may take
   */
  List<Result> run(Ground ground);
}
