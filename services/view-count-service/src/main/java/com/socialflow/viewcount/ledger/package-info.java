/** What outlives the log: absolute counts of closed hours, and whole numbers of a video up to the last of them. */
@NullMarked
package com.socialflow.viewcount.ledger;

import org.jspecify.annotations.NullMarked;
