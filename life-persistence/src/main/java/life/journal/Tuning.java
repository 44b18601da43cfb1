package life.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import org.rocksdb.AbstractNativeReference;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactionStyle;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.Statistics;
import org.rocksdb.WALRecoveryMode;

/**
 * The limits of a store.
 *
 * @param writeBufferBytes facts held in memory before they go into a table file; also about the
 *     size of the log
 * @param blockCacheBytes uncompressed blocks kept for readers
 * @param queueLength appends that may wait; one more is refused
 * @param cachedLives lives whose last number is remembered; others are looked up
 * @param statistics whether RocksDB counts its syncs, for tests
 */
public record Tuning(
    long writeBufferBytes,
    long blockCacheBytes,
    int queueLength,
    int cachedLives,
    boolean statistics) {

  /** The most appends that share one sync. Far below any sensible {@code cachedLives}. */
  static final int LARGEST_GROUP = 4096;

  /** The most payload bytes that share one sync, but for a single append that is larger. */
  static final long LARGEST_GROUP_BYTES = 8L << 20;

  /**
   * Table files that gather before they are merged. The rows of all lives interleave, so a merge
   * rewrites whatever was merged before: with RocksDB's default of 4 that was a quarter of all
   * processor time under load. A scan has to look into as many files at once.
   */
  private static final int FILES_BEFORE_MERGE = 16;

  public Tuning {
    if (cachedLives < 2 * LARGEST_GROUP) {
      throw new IllegalArgumentException("cachedLives must be at least " + 2 * LARGEST_GROUP);
    }
  }

  public static Tuning standard() {
    return new Tuning(16L << 20, 32L << 20, 65_536, 100_000, false);
  }

  public Tuning withStatistics() {
    return new Tuning(writeBufferBytes, blockCacheBytes, queueLength, cachedLives, true);
  }

  public Tuning withWriteBufferBytes(long bytes) {
    return new Tuning(bytes, blockCacheBytes, queueLength, cachedLives, statistics);
  }

  static {
    RocksDB.loadLibrary();
  }

  NativeOptions toNative() {
    Deque<AbstractNativeReference> parts = new ArrayDeque<>();
    Properties verified = new Properties();
    verified.setProperty("track_and_verify_wals_in_manifest", "true");
    verified.setProperty("track_and_verify_wals", "true");
    DBOptions db = DBOptions.getDBOptionsFromProps(verified);
    ColumnFamilyOptions table = new ColumnFamilyOptions();
    Options options = new Options(db, table);
    db.close();
    table.close();
    parts.push(options);
    LRUCache cache = new LRUCache(blockCacheBytes);
    parts.addLast(cache);
    options
        .setParanoidChecks(true)
        .setWalRecoveryMode(WALRecoveryMode.TolerateCorruptedTailRecords)
        .setManifestPreallocationSize(64L << 10)
        .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
        .setMaxLogFileSize(1L << 20)
        .setKeepLogFileNum(2)
        .setMaxBackgroundJobs(2)
        .setAvoidUnnecessaryBlockingIO(true);
    options
        .setWriteBufferSize(writeBufferBytes)
        .setMaxWriteBufferNumber(4)
        .setCompactionStyle(CompactionStyle.UNIVERSAL)
        .setLevel0FileNumCompactionTrigger(FILES_BEFORE_MERGE)
        .setLevel0SlowdownWritesTrigger(3 * FILES_BEFORE_MERGE)
        .setLevel0StopWritesTrigger(4 * FILES_BEFORE_MERGE)
        .setCompressionType(CompressionType.LZ4_COMPRESSION)
        .setBottommostCompressionType(CompressionType.ZSTD_COMPRESSION)
        .setForceConsistencyChecks(true)
        .setTableFormatConfig(
            new BlockBasedTableConfig()
                .setBlockCache(cache)
                .setBlockSize(16L << 10)
                .setBlockRestartInterval(32));
    Statistics counters = null;
    if (statistics) {
      counters = new Statistics();
      parts.addLast(counters);
      options.setStatistics(counters);
    }
    return new NativeOptions(options, counters, parts);
  }
}
