package life.dev;

import java.nio.file.Path;

/**
 * An error that the compiler found.
 *
 * @param file the module's folder of sources, where the error is in none of its files
 * @param line from 1, or -1 where there is none
 * @param column from 1, or -1 where there is none
 * @param message may have several lines
 * @param sourceLine as it stands in the file, or empty
 */
public record Complaint(Path file, long line, long column, String message, String sourceLine) {}
