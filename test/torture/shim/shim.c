/*
 * A disk and a clock that can be told to fail, for one process: LD_PRELOAD before the program.
 *
 * QRKASSA_SHIM_ROOT   only files of this folder are looked at
 * QRKASSA_SHIM_LOG    every change of such a file and every sync is written here, in order, once it has been done:
 *                     what a power cut leaves is worked out from it (support/power-cut.ts)
 * QRKASSA_SHIM_LIE    a sync is neither done nor written into the log, and answers success: a disk that lies
 * QRKASSA_SHIM_FAULT  a file: "<write|sync|open> <errno>" in it makes these calls fail so; empty or missing: none
 * QRKASSA_SHIM_CLOCK  a file of three 8-byte numbers: ns to add to the wall clock, ns to add to the monotonic one,
 *                     and how many times as fast the monotonic one runs (1: as it is; fixed at the start)
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum {OP_CREATE = 1, OP_WRITE, OP_TRUNCATE, OP_SYNC, OP_SYNC_FOLDER, OP_RENAME, OP_UNLINK};

struct record {
	uint32_t magic, op;
	uint64_t inode, offset;
	uint32_t name_length, data_length;
};

#define MOST_FILES 4096
static struct {
	uint64_t inode;
	int is_folder;
} watched[MOST_FILES];

static const char *root, *fault_path;
static size_t root_length;
static int log_file = -1, is_lying;
static pthread_mutex_t log_lock = PTHREAD_MUTEX_INITIALIZER;

struct clock_setting {
	volatile int64_t wall_ns, monotonic_ns, speed;
};
static struct clock_setting *clock_setting;
static int64_t clock_start_ns;

#define REAL(name) ((__typeof__(&name))real(#name))
static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

static int64_t raw_ns(clockid_t id) {
	struct timespec now;
	syscall(SYS_clock_gettime, id, &now);
	return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

__attribute__((constructor)) static void set_up(void) {
	const char *log_path = getenv("QRKASSA_SHIM_LOG"), *clock_path = getenv("QRKASSA_SHIM_CLOCK");
	root = getenv("QRKASSA_SHIM_ROOT");
	root_length = root ? strlen(root) : 0;
	fault_path = getenv("QRKASSA_SHIM_FAULT");
	is_lying = getenv("QRKASSA_SHIM_LIE") != NULL;
	if (log_path) log_file = syscall(SYS_openat, AT_FDCWD, log_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
	if (clock_path) {
		int file = syscall(SYS_openat, AT_FDCWD, clock_path, O_RDONLY | O_CLOEXEC, 0);
		void *map = mmap(NULL, sizeof(struct clock_setting), PROT_READ, MAP_SHARED, file, 0);
		if (map != MAP_FAILED) clock_setting = map;
		syscall(SYS_close, file);
		clock_start_ns = raw_ns(CLOCK_MONOTONIC);
	}
}

/* ---- the log ---- */

static void note(uint32_t op, uint64_t inode, uint64_t offset, const char *name, const void *data, size_t length) {
	if (log_file < 0) return;
	size_t name_length = name ? strlen(name) : 0, whole = sizeof(struct record) + name_length + length;
	char *bytes = malloc(whole);
	struct record head = {0x51524b4c, op, inode, offset, (uint32_t)name_length, (uint32_t)length};
	memcpy(bytes, &head, sizeof head);
	if (name_length) memcpy(bytes + sizeof head, name, name_length);
	if (length) memcpy(bytes + sizeof head + name_length, data, length);
	pthread_mutex_lock(&log_lock);
	for (size_t done = 0; done < whole;) {
		long n = syscall(SYS_write, log_file, bytes + done, whole - done);
		if (n <= 0) break;
		done += n;
	}
	pthread_mutex_unlock(&log_lock);
	free(bytes);
}

/* The name of a file directly in the folder, or NULL. */
static const char *name_in_root(const char *path) {
	if (!root || strncmp(path, root, root_length) != 0 || path[root_length] != '/') return NULL;
	const char *name = path + root_length + 1;
	return strchr(name, '/') ? NULL : name;
}

/* libuv closes by the bare system call, so that a number may be another file's by now. */
static int is_watched(int file) {
	struct stat facts;
	if (file < 0 || file >= MOST_FILES || watched[file].inode == 0) return 0;
	if (fstat(file, &facts) == 0 && facts.st_ino == watched[file].inode) return 1;
	watched[file].inode = 0;
	return 0;
}

/* ---- faults ---- */

static int fails(const char *kind) {
	if (!fault_path) return 0;
	int file = syscall(SYS_openat, AT_FDCWD, fault_path, O_RDONLY | O_CLOEXEC, 0);
	if (file < 0) return 0;
	char text[64] = {0}, found[16] = {0};
	int number = 0;
	syscall(SYS_read, file, text, sizeof text - 1);
	syscall(SYS_close, file);
	if (sscanf(text, "%15s %d", found, &number) != 2 || strcmp(found, kind) != 0) return 0;
	errno = number;
	return 1;
}

/* ---- files ---- */

static int opened(int file, const char *path, int flags, int was_there) {
	if (file < 0 || file >= MOST_FILES || !root) return file;
	watched[file].inode = 0;
	char link[64], seen[4096];
	snprintf(link, sizeof link, "/proc/self/fd/%d", file);
	ssize_t length = readlink(link, seen, sizeof seen - 1);
	if (length < 0) return file;
	seen[length] = 0;
	struct stat facts;
	if (fstat(file, &facts) != 0) return file;
	const char *name = name_in_root(seen);
	int is_folder = strcmp(seen, root) == 0;
	if (!name && !is_folder) return file;
	watched[file].inode = facts.st_ino;
	watched[file].is_folder = is_folder;
	if (name && (flags & O_CREAT) && !was_there) note(OP_CREATE, facts.st_ino, 0, name, NULL, 0);
	else if (name && (flags & O_TRUNC)) note(OP_TRUNCATE, facts.st_ino, 0, NULL, NULL, 0);
	(void)path;
	return file;
}

static int is_there(const char *path) {
	struct stat facts;
	return syscall(SYS_newfstatat, AT_FDCWD, path, &facts, AT_SYMLINK_NOFOLLOW) == 0;
}

static int open_at(int folder, const char *path, int flags, mode_t mode) {
	int was_there = is_there(path);
	if (name_in_root(path) && (flags & (O_WRONLY | O_RDWR)) && fails("open")) return -1;
	long file = syscall(SYS_openat, folder, path, flags, mode);
	return opened((int)file, path, flags, was_there);
}

#define MODE_OF(flags)                                  \
	mode_t mode = 0;                                    \
	if ((flags) & (O_CREAT | __O_TMPFILE)) {            \
		va_list rest;                                   \
		va_start(rest, flags);                          \
		mode = va_arg(rest, mode_t);                    \
		va_end(rest);                                   \
	}

int open(const char *path, int flags, ...) { MODE_OF(flags) return open_at(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE_OF(flags) return open_at(AT_FDCWD, path, flags | O_LARGEFILE, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE_OF(flags) return open_at(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE_OF(flags) return open_at(folder, path, flags | O_LARGEFILE, mode); }

int close(int file) {
	if (file >= 0 && file < MOST_FILES) watched[file].inode = 0;
	return syscall(SYS_close, file);
}

ssize_t pwrite64(int file, const void *data, size_t length, off64_t offset) {
	if (!is_watched(file)) return syscall(SYS_pwrite64, file, data, length, offset);
	if (fails("write")) return -1;
	ssize_t done = syscall(SYS_pwrite64, file, data, length, offset);
	if (done > 0) note(OP_WRITE, watched[file].inode, offset, NULL, data, done);
	return done;
}

ssize_t pwrite(int file, const void *data, size_t length, off_t offset) { return pwrite64(file, data, length, offset); }

ssize_t write(int file, const void *data, size_t length) {
	if (!is_watched(file)) return syscall(SYS_write, file, data, length);
	if (fails("write")) return -1;
	off64_t offset = lseek64(file, 0, SEEK_CUR);
	ssize_t done = syscall(SYS_write, file, data, length);
	if (done > 0) note(OP_WRITE, watched[file].inode, offset, NULL, data, done);
	return done;
}

int ftruncate64(int file, off64_t length) {
	if (is_watched(file) && fails("write")) return -1;
	int end = syscall(SYS_ftruncate, file, length);
	if (end == 0 && is_watched(file)) note(OP_TRUNCATE, watched[file].inode, length, NULL, NULL, 0);
	return end;
}

int ftruncate(int file, off_t length) { return ftruncate64(file, length); }

static int sync_file(long number, int file) {
	if (!is_watched(file)) return syscall(number, file);
	if (fails("sync")) return -1;
	if (is_lying) return 0;
	int end = syscall(number, file);
	if (end == 0) note(watched[file].is_folder ? OP_SYNC_FOLDER : OP_SYNC, watched[file].inode, 0, NULL, NULL, 0);
	return end;
}

int fsync(int file) { return sync_file(SYS_fsync, file); }
int fdatasync(int file) { return sync_file(SYS_fdatasync, file); }

int rename(const char *from, const char *to) {
	if (name_in_root(to) && fails("write")) return -1;
	int end = syscall(SYS_rename, from, to);
	const char *old = name_in_root(from), *now = name_in_root(to);
	if (end == 0 && old && now) note(OP_RENAME, 0, 0, old, now, strlen(now));
	return end;
}

int unlink(const char *path) {
	int end = syscall(SYS_unlink, path);
	const char *name = name_in_root(path);
	if (end == 0 && name) note(OP_UNLINK, 0, 0, name, NULL, 0);
	return end;
}

/* ---- clocks ---- */

static int64_t shifted(clockid_t id, int64_t ns) {
	if (!clock_setting) return ns;
	switch (id) {
		case CLOCK_REALTIME:
		case CLOCK_REALTIME_COARSE:
			return ns + clock_setting->wall_ns;
		case CLOCK_MONOTONIC:
		case CLOCK_MONOTONIC_COARSE:
		case CLOCK_MONOTONIC_RAW:
			return clock_start_ns + (ns - clock_start_ns) * clock_setting->speed + clock_setting->monotonic_ns;
		default:
			return ns;
	}
}

int clock_gettime(clockid_t id, struct timespec *now) {
	int end = syscall(SYS_clock_gettime, id, now);
	if (end == 0 && clock_setting) {
		int64_t ns = shifted(id, (int64_t)now->tv_sec * 1000000000 + now->tv_nsec);
		now->tv_sec = ns / 1000000000;
		now->tv_nsec = ns % 1000000000;
	}
	return end;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
	struct timespec exact;
	(void)zone;
	clock_gettime(CLOCK_REALTIME, &exact);
	now->tv_sec = exact.tv_sec;
	now->tv_usec = exact.tv_nsec / 1000;
	return 0;
}

time_t time(time_t *seconds) {
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	if (seconds) *seconds = now.tv_sec;
	return now.tv_sec;
}

static int shortened(int timeout_ms) {
	if (!clock_setting || timeout_ms <= 0 || clock_setting->speed <= 1) return timeout_ms;
	int64_t ms = timeout_ms / clock_setting->speed;
	return ms < 1 ? 1 : (int)ms;
}

int epoll_pwait(int file, struct epoll_event *events, int most, int timeout_ms, const sigset_t *mask) {
	return REAL(epoll_pwait)(file, events, most, shortened(timeout_ms), mask);
}

int epoll_wait(int file, struct epoll_event *events, int most, int timeout_ms) {
	return REAL(epoll_wait)(file, events, most, shortened(timeout_ms));
}
