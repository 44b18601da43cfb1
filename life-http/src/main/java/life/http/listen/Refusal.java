package life.http.listen;

/** Why a connection was refused or ended before its client wanted it. */
public enum Refusal {
  /** The head of a request did not come in time. */
  SLOW_HEAD,
  /** A body stopped coming. */
  SLOW_BODY,
  /** An answer was not fetched. */
  SLOW_READER,
  /** There was no answer in time. */
  SLOW_ANSWER,
  /** It was not HTTP as this server speaks it. */
  MALFORMED,
  /** There were too many connections, and all of them were busy. */
  TOO_MANY,
  /** It made way for a new one when there were too many, since it waited for longest. */
  CROWDED_OUT,
  /** A request came while the listener was closing. */
  CLOSING
}
