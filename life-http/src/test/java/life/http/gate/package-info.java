@NullMarked
package life.http.gate;

import org.jspecify.annotations.NullMarked;
