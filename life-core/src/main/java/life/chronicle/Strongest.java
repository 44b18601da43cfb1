package life.chronicle;

/**
 * The most intense stimulus that was met in a stretch; the first of equal ones.
 *
 * @param kind its name
 * @param intensity in [0, 1]
 * @param seq the fact with which it was met
 * @param tick at which it was met
 */
public record Strongest(String kind, double intensity, long seq, long tick) {}
