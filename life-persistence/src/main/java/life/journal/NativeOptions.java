package life.journal;

import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.rocksdb.AbstractNativeReference;
import org.rocksdb.Options;
import org.rocksdb.Statistics;

/** RocksDB's options and the native objects that they refer to, which live and die together. */
record NativeOptions(
    Options options, @Nullable Statistics statistics, Deque<AbstractNativeReference> parts)
    implements AutoCloseable {

  @Override
  public void close() {
    parts.forEach(AbstractNativeReference::close);
  }
}
