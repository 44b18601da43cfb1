package life.observe;

import life.being.LifeId;

/**
 * What somebody wants to do when something unusual is noticed in a life. Found by {@link
 * java.util.ServiceLoader}. A handler is called at most once for each version of an observation,
 * after it was kept, in the order of the versions, apart from all lives; it can't change them, and
 * if it fails, nobody is harmed. What is made again from the journal of a past life is no news, and
 * it is not called. What is kept is not synced to the disk, so after a loss of power the last
 * versions may be told once more.
 */
@FunctionalInterface
public interface NoticeHandler {
  /** Something was noticed in that life, or what was noticed has changed or ended. */
  void noticed(LifeId life, Observation observation);
}
