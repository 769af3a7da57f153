/** The language in which models are written: one annotation per layer. */
package dev.pleat;
