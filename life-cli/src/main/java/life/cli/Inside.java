package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What works on folders and files without a running Life. The verbs know nothing of journals, so it
 * is given to them. What can't be done is told by a {@link Trouble}.
 */
public interface Inside extends AutoCloseable {

  /**
   * Where the lives of a data directory answer.
   *
   * @param address of the server
   * @param token that gives all rights there; empty where the server is another process
   */
  record Door(URI address, Optional<String> token) {}

  /**
   * Makes a data directory's lives answer over HTTP, from here or from the Life that has it.
   *
   * @param writing whether a life will be added
   */
  Door open(Path data, boolean writing);

  /** Verifies the life in a file; the document is the result of a verification by the server. */
  JsonNode verify(Path file, ProgressListener progress);

  /**
   * Looks for damage in a data directory. The document: {@code directory}, the counts {@code lives
   * facts rows tables bytes}, {@code whole}, {@code findings} with {@code weight where problem
   * remedy} each, and {@code findingsInAll}, of which the findings may be the first only.
   */
  JsonNode check(Path directory, ProgressListener progress);

  /** Lets go of all. Called at the verb's end, also after a failure, but not at Ctrl-C. */
  @Override
  void close();
}
