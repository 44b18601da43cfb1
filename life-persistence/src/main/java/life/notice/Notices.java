package life.notice;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import life.being.LifeId;
import life.observe.Observation;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Source;

/**
 * What was noticed in lives, for readers. Safe for many threads; blocks while it reads, and fails
 * with a {@link life.journal.JournalFailure} where it can't.
 */
public interface Notices {
  /** The number of the last fact of a life up to which all that was noticed is told; 0 if none. */
  long seq(LifeId life);

  /** The number of the last version of any observation of a life; 0 if there is none. */
  long version(LifeId life);

  /** Why a life is not watched any more, in words; empty where it is. */
  Optional<String> whyUnwatched(LifeId life);

  /** The versions of observations after number {@code after}, in order, at most so many. */
  List<Observation> versions(LifeId life, long after, int most);

  /**
   * Of each observation its latest version, if that comes after number {@code after}; in the order
   * of these versions, at most so many.
   */
  List<Observation> latest(LifeId life, long after, int most);

  /**
   * The versions after number {@code after}: those that are there, then each as it comes, to the
   * end of the life.
   *
   * @param blocking where they are read
   */
  Source<Observation, NotUsed> follow(LifeId life, long after, Executor blocking);
}
