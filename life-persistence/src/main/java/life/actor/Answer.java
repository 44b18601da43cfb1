package life.actor;

import java.util.List;
import life.actor.Receipts.Receipt;
import life.being.Refusal;

/** What a life answers to somebody who asked something of it. */
public sealed interface Answer {
  /**
   * It happened and is durable.
   *
   * @param receipt where it stands in the life
   * @param replayed whether this is the answer to an earlier request with the same key, given again
   */
  record Accepted(Receipt receipt, boolean replayed) implements Answer {}

  /**
   * To stimuli that came together: an answer to each, in their order. They are durable together.
   */
  record Each(List<Answer> answers) implements Answer {
    public Each {
      answers = List.copyOf(answers);
    }
  }

  /** The being was born, durably. */
  record BornNow() implements Answer {}

  /** It can't happen; nothing changed. */
  record Refused(Refusal refusal) implements Answer {}

  /** The journal did not take it; nobody knows whether it will be found there after recovery. */
  record Unavailable(String why) implements Answer {}
}
