package life.journal;

/**
 * A fact with its position in the order in which the facts of all lives became durable.
 *
 * @param position 1 or more
 */
record OrderedFact(long position, StoredFact fact) {}
