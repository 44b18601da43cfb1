package life.journal;

/**
 * A life in the journal.
 *
 * @param number in the order of first appearance, from 1
 */
public record LifeName(int number, String name) {}
