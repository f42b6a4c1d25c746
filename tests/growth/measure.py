"""How the processor time of a command grows with what it is given."""
import math
import os
import resource
import signal
import statistics

MOST_SECONDS = 120  # of processor time; what takes longer has failed whatever its slope


def processor_seconds(command, folder):
    """(user and system seconds of the command, its exit code); killed when it takes too long."""
    child = os.fork()
    if child == 0:
        become(command, folder)
    _, status, usage = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, code


def become(command, folder):
    """In the child: runs the command in this folder within the limits; never comes back."""
    try:
        os.chdir(folder)
        null = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(null, stream)
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.execvp(command[0], command)
    finally:  # a program that is not there: the copy of the test must not run on
        os._exit(127)


def slope(sizes, seconds):
    """The exponent of growth, by least squares over logarithms."""
    x = [math.log(size) for size in sizes]
    y = [math.log(max(second, 1e-4)) for second in seconds]
    return statistics.linear_regression(x, y).slope


def is_crash(code):
    return code < 0 and code != -signal.SIGKILL
