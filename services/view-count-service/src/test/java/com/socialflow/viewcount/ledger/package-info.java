@NullMarked
package com.socialflow.viewcount.ledger;

import org.jspecify.annotations.NullMarked;
