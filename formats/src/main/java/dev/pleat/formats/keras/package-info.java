/** Models and weights of Keras 1, 2 and 3. */
package dev.pleat.formats.keras;
