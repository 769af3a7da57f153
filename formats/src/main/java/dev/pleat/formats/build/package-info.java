/**
 * Builds models of the language from operations as frameworks have them: explicit paddings, arithmetic with constants,
 * broadcasting, a batch dimension in front.
 */
package dev.pleat.formats.build;
