package com.socialflow.platform.database;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs an outermost transaction again when the database could not order it among others (SQLSTATE 40001, 40P01):
 * nothing of it happened, so doing it again is right. CockroachDB asks its clients for this; PostgreSQL does on
 * deadlock.
 */
final class RetryingTransactions implements MethodInterceptor {

    /** After so many losses in a row, the contention is the problem and the caller hears of it. */
    private static final int ATTEMPTS_MAX = 6;

    private static final int FIRST_PAUSE_MILLIS = 5;
    private static final Set<String> RETRYABLE = Set.of("40001", "40P01");

    private final Supplier<RandomGenerator> random;

    RetryingTransactions(Supplier<RandomGenerator> random) {
        this.random = random;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return call.proceed();
        }
        for (var attempt = 1; ; attempt++) {
            try {
                return ((ProxyMethodInvocation) call).invocableClone().proceed();
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS_MAX || !retryable(e)) {
                    throw e;
                }
                Thread.sleep(random.get().nextInt(1, (FIRST_PAUSE_MILLIS << attempt) + 1));
            }
        }
    }

    private static boolean retryable(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && RETRYABLE.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
