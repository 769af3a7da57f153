/**
 * What compiled models call: loading and folding of weights, kernels that need no specialising, scratch memory, and the
 * interface that every compiled model implements.
 */
package dev.pleat.runtime;
