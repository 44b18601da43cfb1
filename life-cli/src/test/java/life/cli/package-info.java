@NullMarked
package life.cli;

import org.jspecify.annotations.NullMarked;
