/**
 * What runs cost: the form of {@code usage.json} ({@link dev.reeve.cost.UsageFile}), the price table
 * ({@link dev.reeve.cost.Prices}), and the log of all that was spent ({@link dev.reeve.cost.SpendingLog}), summed up by
 * {@link dev.reeve.cost.Account}.
 */
package dev.reeve.cost;
