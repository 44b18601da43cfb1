/** The numeric detector on the series of the Numenta Anomaly Benchmark. */
@NullMarked
package life.bench.nab;

import org.jspecify.annotations.NullMarked;
