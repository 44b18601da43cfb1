package life.actor;

import life.being.SelfState;

/**
 * What a watcher knows of a life at a moment.
 *
 * @param state after the last fact that it has seen
 * @param what is known of it
 */
public record Seen<T>(SelfState state, T what) {}
